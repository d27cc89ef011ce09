/** What Go's generated code says of a field and OpenAPI documents leave out. */
export interface GeneratedField {
  readonly words?: readonly string[];
  readonly fallback?: string;
}

const FUNCTION = /^func schema_(\w+)\(/;
const FIELD = /^\t{5}"([^"]+)": \{$/;
const WORDS = /^\t+Enum:\s+\[\]interface\{\}\{([^}]*)\}/;
const DEFAULT = /^\t+Default:\s+"([^"]+)",$/;

/**
 * Words and defaults of `zz_generated.openapi.go`, by `k8sio_api_core_v1_ContainerPort.protocol`.
 * An enum or a default below `Items` belongs to the field as well: it is of the list's items.
 */
export function generatedEnums(text: string): Map<string, GeneratedField> {
  const fields = new Map<string, GeneratedField>();
  let type = '';
  let field = '';
  for (const line of text.split('\n')) {
    const start = FUNCTION.exec(line);
    if (start) {
      type = start[1]!;
      field = '';
      continue;
    }
    const named = FIELD.exec(line);
    if (named) field = named[1]!;
    if (field === '') continue;
    const key = `${type}.${field}`;
    const words = WORDS.exec(line);
    if (words) fields.set(key, { ...fields.get(key), words: JSON.parse(`[${words[1]}]`) as string[] });
    const fallback = DEFAULT.exec(line);
    if (fallback) fields.set(key, { ...fields.get(key), fallback: fallback[1]! });
  }
  return fields;
}

/** The name under which `generatedEnums` knows a definition of an OpenAPI document. */
export function generatedName(definition: string): string {
  return definition
    .replace(/^io\.k8s\.(api|apimachinery)\./, 'k8sio_$1_')
    .replace(/^io\.k8s\.(?:apiextensions-apiserver|kube-aggregator)\./, '')
    .replaceAll('.', '_');
}
