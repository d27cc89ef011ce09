import type { TemplateUse } from '../../model/template-use.ts';
import { templateReferences } from '../../templates/read/template-references.ts';
import type { ValuesView } from '../values-view.ts';

/** A template that may read values: by itself, or through a named template. */
const READS = /\{\{(?:[^{}]|\{(?!\{))*(?:Values|include|template)/;

/** What the values that hold templates themselves (`host: "{{ .Values.domain }}"`) read when a chart expands them. */
export function recognizeValuesRead({ scalars, chart }: Pick<ValuesView, 'scalars' | 'chart'>): TemplateUse {
  const texts = scalars.flatMap((scalar) => {
    const { value } = scalar;
    return typeof value === 'string' && value.includes('{{') && READS.test(value)
      ? [{ path: scalar.path, text: value }]
      : [];
  });
  const { expand } = texts.length === 0 ? {} : (chart?.templates ?? {});
  return expand?.(texts) ?? templateReferences(texts.map(({ text }) => ({ scope: [], text })));
}
