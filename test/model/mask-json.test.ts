import { expect, it } from 'vitest';
import { maskJson } from '../../src/model/mask-json.ts';

it('stays JSON whatever is masked', () => {
  const data = {
    password: 12345,
    nested: { apiKey: 1e21, token: 'abc"def', secret: [1, true, 'x'] },
    last: { password: -1.5 },
    port: 80,
    name: 'a',
  };
  const masked = maskJson(JSON.stringify(data, undefined, 2));
  expect(JSON.parse(masked)).toMatchObject({
    password: '•••••',
    last: { password: '••••' },
    port: 80,
    name: 'a',
  });
  expect(masked).not.toMatch(/12345|1e\+21|abc|1\.5/);
});
