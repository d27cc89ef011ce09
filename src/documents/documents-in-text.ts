import { loadDocuments } from '../load/load-documents.ts';
import type { YamlDocument } from '../load/located-document.ts';
import { scalarPlaces } from '../load/scalar-places.ts';
import type { YamlDialect } from '../load/yaml-dialect.ts';
import type { Span } from '../model/span.ts';
import { inText } from './in-text.ts';

/**
 * The YAML documents in the text of a scalar (`patch: |`), every place one in the text around. `at` is the scalar with its quotes or block
 * indicator, `value` what it says. Where places inside cannot be told, all of them are the scalar as a whole. Undefined for what is no YAML.
 */
export function documentsInText(
  whole: string,
  at: Span,
  value: string,
  dialect: YamlDialect,
): readonly YamlDocument[] | undefined {
  const { source } = at;
  const { documents } = loadDocuments(source, value, dialect);
  const places = scalarPlaces(whole, at.start, at.end, value);
  return documents?.map((document) => ({
    ...document,
    text: whole,
    locate: (path, part) => {
      if (path.length === 0 || places === undefined) return at;
      return inText(document.locate(path, part), source, places);
    },
  }));
}
