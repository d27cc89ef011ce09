import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { describeEnum } from './describe-enum.ts';
import { editorMarkdown, inlineCode } from './editor-markdown.ts';

/**
 * Adds what yaml-language-server shows beyond draft-07: `markdownDescription`, `enumDescriptions`, `patternErrorMessage` and
 * `deprecationMessage`, from the description and from `x-chartlint`. What the author of the schema wrote stays.
 */
export function addEditorWords(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const words = mapSubschemas(schema, (part) => addEditorWords(part));
  return { ...words, ...editorWords(schema), ...authorsWords(schema) };
}

function editorWords(schema: JsonObject): JsonObject {
  const words: JsonObject = {};
  const annotation = isJsonObject(schema['x-chartlint']) ? schema['x-chartlint'] : {};
  const markdown = markdownOf(schema, annotation);
  if (markdown !== '') words.markdownDescription = markdown;
  const { description, message, replacedBy } = { ...schema, ...annotation };
  if (Array.isArray(schema.enum) && typeof description === 'string') {
    const values = describeEnum(schema.enum, description);
    if (values !== undefined) words.enumDescriptions = values;
  }
  if (typeof message === 'string' && schema.pattern !== undefined)
    words.patternErrorMessage = capital(message);
  // Defaults are written in every copy of the chart's values; a warning there would help nobody.
  if (schema.default !== undefined) return words;
  if (typeof replacedBy === 'string') words.deprecationMessage = `Deprecated: use ${dotted(replacedBy)}.`;
  else if (schema.deprecated === true) words.deprecationMessage = 'Deprecated.';
  return words;
}

function authorsWords(schema: JsonObject): JsonObject {
  const kept = ['markdownDescription', 'enumDescriptions', 'patternErrorMessage', 'deprecationMessage'];
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => kept.includes(keyword)));
}

function markdownOf(schema: JsonObject, annotation: JsonObject): string {
  const { description } = schema;
  const { dead, replacedBy, docs, secret } = annotation;
  const code = schema.default === undefined || secret === true ? undefined : inlineCode(schema.default);
  return [
    typeof description === 'string' ? editorMarkdown(description) : '',
    typeof dead === 'string' ? `**No effect.** ${editorMarkdown(dead)}` : '',
    typeof replacedBy === 'string' ? `**Deprecated.** Use \`${dotted(replacedBy)}\`.` : '',
    // Without a description, the editor shows the default by itself.
    typeof description === 'string' && code !== undefined ? `Default: ${code}` : '',
    typeof docs === 'string' ? `[Documentation](${docs})` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function dotted(path: string): string {
  return path.startsWith('/') ? path.slice(1).replaceAll('/', '.') : path;
}

function capital(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}
