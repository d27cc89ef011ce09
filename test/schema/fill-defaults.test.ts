import { describe, expect, it } from 'vitest';
import { fillDefaults } from '../../src/schema/fill-defaults.ts';

describe('fillDefaults', () => {
  it("shows the chart's values as defaults, also behind references and in parts", () => {
    const definitions = { port: { type: 'integer' }, image: { properties: { tag: { type: 'string' } } } };
    const schema = {
      properties: {
        port: { $ref: '#/definitions/port', default: 1 },
        image: { $ref: '#/definitions/image', description: 'Words.' },
        list: { type: 'array' },
        empty: { type: 'object' },
        absent: { type: 'string' },
      },
      allOf: [{ properties: { other: { type: 'string' } } }],
    };
    const values = { port: 80, image: { tag: 'v1' }, list: [1, 'a'], empty: {}, other: 'x' };
    expect(fillDefaults(schema, values, definitions)).toEqual({
      properties: {
        port: { $ref: '#/definitions/port', default: 80 },
        image: { properties: { tag: { type: 'string', default: 'v1' } }, description: 'Words.' },
        list: { type: 'array', default: [1, 'a'] },
        empty: { type: 'object', default: {} },
        absent: { type: 'string' },
      },
      allOf: [{ properties: { other: { type: 'string', default: 'x' } } }],
    });
  });

  it('never shows a secret, nor what may hold one', () => {
    const secret = { 'x-chartlint': { secret: true } };
    const schema = { properties: { password: {}, licence: secret, env: {}, map: {}, token: {} } };
    const values = {
      password: 'p',
      licence: 'l',
      env: [{ name: 'PASSWORD', value: 'p' }],
      map: { password: 'p' },
      token: '',
    };
    expect(fillDefaults(schema, values, {})).toEqual({
      properties: { password: {}, licence: secret, env: {}, map: {}, token: { default: '' } },
    });
  });
});
