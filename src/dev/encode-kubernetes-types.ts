import { generatedName } from './generated-enums.ts';
import type { ApiProperty, KubernetesRelease } from './kubernetes-release.ts';

/** By API group (`core`, `apps`, …): the name of a type → its fields → the text that `parseFieldType` reads. */
export type EncodedTypes = Map<string, Map<string, Map<string, string[]>>>;

const BUILT_IN: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'q',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'x',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'o',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'o',
};
const SCALARS: Readonly<Record<string, string>> = {
  'string ': 's',
  'string byte': 'y',
  'boolean ': 'b',
  'integer int32': 'i',
  'integer int64': 'I',
  'number double': 'n',
  'object ': 'o',
};

/** `io.k8s.api.core.v1.PodSpec` → `core/v1.PodSpec`: the group is also the file that holds it. */
export function typeName(definition: string): string {
  const [name, version, group] = definition.split('.').reverse();
  return `${group}/${version}.${name}`;
}

/** The definitions of all releases (oldest first), each reachable from a root, as one set of types with ranges of versions. */
export function encodeTypes(
  releases: readonly KubernetesRelease[],
  roots: ReadonlySet<string>,
): EncodedTypes {
  const encoded: EncodedTypes = new Map();
  const names = new Set(roots);
  for (const definition of names) {
    const there = releases.filter(({ definitions }) => definitions[definition] !== undefined);
    const fields = new Map<string, string[]>();
    const known = new Set(
      there.flatMap(({ definitions }) => Object.keys(definitions[definition]!.properties ?? {})),
    );
    for (const field of [...known].sort()) {
      const isStatus = roots.has(definition) && field === 'status';
      fields.set(field, encodeField(there, definition, field, isStatus || field === 'managedFields', names));
    }
    // Kubernetes writes a schema of these as anything at all.
    if (fields.size === 0 && /\.JSON(Schema\w+)?$/.test(definition)) continue;
    const [group, rest] = typeName(definition).split('/') as [string, string];
    if (!encoded.has(group)) encoded.set(group, new Map());
    encoded.get(group)!.set(rest, fields);
  }
  return encoded;
}

interface Variant {
  text: string;
  since: number;
  until: number;
}

function encodeField(
  there: readonly KubernetesRelease[],
  definition: string,
  field: string,
  isOpaque: boolean,
  names: Set<string>,
): string[] {
  const variants: Variant[] = [];
  for (const release of there) {
    const { properties, required } = release.definitions[definition]!;
    const property = properties?.[field];
    if (!property) continue;
    const text = `${required?.includes(field) ? '!' : ''}${isOpaque ? 'j' : encodeProperty(property, definition, names)}`;
    const last = variants.at(-1);
    // That the items of a list have keys was written down late for most; it always held.
    if (last && text.replace(/\|[\w,]+\]/, ']') === last.text) last.text = text;
    if (last?.text === text && last.until === release.minor - 1) last.until = release.minor;
    else variants.push({ text, since: release.minor, until: release.minor });
  }
  const first = there[0]!.minor;
  const newest = there.at(-1)!.minor;
  const words = encodeWords(there, `${generatedName(definition)}.${field}`);
  return variants.map(({ text, since, until }) => {
    const range = `${since > first ? since : ''}${until < newest ? `-${until}` : ''}`;
    return `${text.replace(/s(?=\]?$)/, `s${words}`)}${range && `@${range}`}`;
  });
}

function encodeProperty(property: ApiProperty, from: string, names: Set<string>): string {
  if (property.$ref) {
    const target = property.$ref.slice('#/definitions/'.length);
    if (/\.v1\.JSON(SchemaPropsOr\w+)?$/.test(target)) return 'j';
    const builtIn = BUILT_IN[target];
    if (builtIn) return builtIn;
    names.add(target);
    const [here, there] = [typeName(from), typeName(target)];
    return here.split('.')[0] === there.split('.')[0] ? there.split('.')[1]! : there;
  }
  if (property.items) {
    const kind = property['x-kubernetes-list-type'];
    const keys = kind === 'map' ? `|${property['x-kubernetes-list-map-keys']!.join(',')}` : '';
    return `[${encodeProperty(property.items, from, names)}${keys}]${kind === 'set' ? '=' : ''}`;
  }
  if (property.additionalProperties) return `{${encodeProperty(property.additionalProperties, from, names)}}`;
  const scalar = property.type === undefined ? 'j' : SCALARS[`${property.type} ${property.format ?? ''}`];
  if (scalar === undefined) throw new Error(`${from}: no letter for ${JSON.stringify(property)}`);
  return scalar;
}

/** `(A|B|C@30)`, and a default as `~A`. A word counts as new where an older release lists others for the field. */
function encodeWords(there: readonly KubernetesRelease[], key: string): string {
  const listed = there.flatMap(({ minor, fields }) => {
    const words = fields.get(key)?.words;
    return words ? [{ minor, words }] : [];
  });
  const fallback = there.at(-1)!.fields.get(key)?.fallback;
  const suffix = fallback && /^\w+$/.test(fallback) ? `~${fallback}` : '';
  // Only what the newest release lists is sure to be complete.
  if (listed.at(-1)?.minor !== there.at(-1)!.minor) return suffix;
  const since = (word: string) => {
    const first = listed.find(({ words }) => words.includes(word))!.minor;
    return first > listed[0]!.minor ? `${word}@${first}` : word;
  };
  return `(${listed.at(-1)!.words.map(since).join('|')})${suffix}`;
}
