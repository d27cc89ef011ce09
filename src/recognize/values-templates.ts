import type { TemplateUse } from '../model/template-use.ts';
import { templateReferences } from '../templates/read/template-references.ts';
import type { ValuesView } from './values-view.ts';

/** What the values that hold templates themselves (`host: "{{ .Values.domain }}"`) read when a chart expands them. */
export function valuesTemplates({ scalars }: Pick<ValuesView, 'scalars'>): TemplateUse {
  const texts = scalars.flatMap(({ value }) =>
    typeof value === 'string' && value.includes('{{') && value.includes('Values') ? [value] : [],
  );
  return templateReferences(texts.map((text) => ({ scope: [], text })));
}
