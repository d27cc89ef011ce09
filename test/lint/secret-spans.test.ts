import { expect, it } from 'vitest';
import { assembleRelease } from '../../src/lint/assemble-release.ts';
import { secretSpans, spansByFile } from '../../src/lint/secret-spans.ts';
import { loadValues } from '../../src/load/load-values.ts';
import type { Layer } from '../../src/model/layer.ts';
import { fileSource } from '../../src/model/source.ts';

const layer = (file: string, text: string): Layer => {
  const { document } = loadValues(fileSource(file), text);
  if (document === undefined) throw new Error('the test file is no values file');
  return { kind: 'values-file', label: file, data: document.data, document, scope: [] };
};

it('finds secrets in every file, also those that a later file overrides or removes', () => {
  const base = 'auth:\n  password: hunter2\n  user: shop\ncache:\n  token: "9f2c7e1ab84d"\n';
  const overlay =
    'auth:\n  password: k7-Wq2z\ncache: null\nenv:\n  - name: SMTP_PASSWORD\n    value: s3cr3t-x\n';
  const { release } = assembleRelease({
    id: { source: 'prod.yaml' },
    name: 'prod.yaml',
    files: [fileSource('values.yaml'), fileSource('prod.yaml')],
    layers: [layer('values.yaml', base), layer('prod.yaml', overlay)],
    chart: undefined,
    detectedBy: 'none',
    schema: undefined,
    tree: undefined,
    context: { cluster: {} },
  });
  const texts = (file: string, text: string): string[] =>
    (spansByFile(secretSpans(release)).get(file) ?? []).map(({ start, end }) => text.slice(start, end));
  expect(texts('values.yaml', base)).toEqual(['hunter2', '"9f2c7e1ab84d"']);
  expect(texts('prod.yaml', overlay)).toEqual(['k7-Wq2z', 's3cr3t-x']);
});
