import type { AnnotationOf } from '../../model/annotation.ts';
import { formatPath } from '../../model/format-path.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ModeRole } from '../../model/roles.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { inOrder, pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every selector that decides which sections of the values are read: annotated ones, then well-known spellings. */
export function recognizeModes(view: ValuesView): ModeRole[] {
  const { data, index, chart } = view;
  const modes = new Map<string, ModeRole>();
  for (const { path, value, annotation } of view.annotated('mode')) {
    // A switch in quotes is on for templates, whatever it says; that is the business of quoted-boolean.
    if (value === 'true' || value === 'false') continue;
    if (isActive(data, annotation)) modes.set(toPointer(path), annotatedMode(path, value, annotation));
  }
  // Without the chart's defaults nobody can tell a copied default section from one that somebody filled in.
  const selecting = chart === undefined ? [] : index.holders(SELECTORS);
  for (const node of inOrder([selecting, index.holders(SECTIONS)])) {
    for (const mode of [...(chart === undefined ? [] : [storageBackend(node)]), ...externalServices(node)]) {
      if (mode !== undefined && !modes.has(toPointer(mode.path))) modes.set(toPointer(mode.path), mode);
    }
  }
  return [...modes.values()];
}

function isActive(data: JsonObject, annotation: AnnotationOf<'mode'>): boolean {
  return Object.entries(annotation.activeWhen ?? {}).every(
    // A switch that nobody has set is off.
    ([pointer, value]) =>
      (valueAt(data, parsePointer(pointer)) ?? (value === false ? value : undefined)) === value,
  );
}

function annotatedMode(path: ValuesPath, value: JsonValue, annotation: AnnotationOf<'mode'>): ModeRole {
  const sections = annotation.sections ?? {};
  const selected = String(value);
  const active = new Set(sections[selected] ?? []);
  const ignored = new Set(
    Object.values(sections)
      .flat()
      .filter((pointer) => !active.has(pointer)),
  );
  const needs = (annotation.needs?.[selected] ?? []).map((pointer) => [parsePointer(pointer)]);
  const alternatives = (annotation.needsOneOf?.[selected] ?? []).map((group) => group.map(parsePointer));
  return {
    path,
    value,
    // An unknown mode reads nothing that we know of; the schema reports it.
    ignored: Object.hasOwn(sections, selected) ? [...ignored].map(parsePointer) : [],
    needs: [...needs, ...alternatives],
    // Only findings ask for them.
    get readers() {
      return readersOf(sections);
    },
  };
}

function readersOf(sections: Readonly<Record<string, readonly string[]>>): ModeRole['readers'] {
  const readers: Record<string, string[]> = {};
  for (const [mode, pointers] of Object.entries(sections)) {
    for (const pointer of pointers) {
      const section = formatPath(parsePointer(pointer));
      readers[section] = [...(readers[section] ?? []), mode];
    }
  }
  return readers;
}

const SELECTORS = ['type', 'backend', 'provider', 'mode'];
/** Object stores that exclude each other; other sections beside a `type` may well be read together with it. */
const BACKENDS = ['s3', 'gcs', 'azure', 'azureblob', 'minio', 'swift', 'oss', 'cos', 'bos', 'filesystem'];

/** `storage: {type: s3, s3: {…}, gcs: {…}}`: the sections of the other stores are not read. */
function storageBackend(node: ValueMap): ModeRole | undefined {
  const sections = Object.keys(node.map).filter(
    (key) => BACKENDS.includes(key) && isJsonObject(node.map[key]),
  );
  if (sections.length < 2) return undefined;
  const selector = SELECTORS.find((key) => BACKENDS.includes(String(node.map[key])));
  if (selector === undefined) return undefined;
  const value = node.map[selector]!;
  return {
    path: pathOf(node, selector),
    value,
    ignored: sections.filter((key) => key !== value).map((key) => pathOf(node, key)),
    needs: [],
    readers: Object.fromEntries(sections.map((key) => [formatPath(pathOf(node, key)), [key]])),
  };
}

/** Bundled services and the section that takes their place when they are off (Bitnami's convention). */
const EXTERNAL: readonly { readonly services: readonly string[]; readonly section: string }[] = [
  { services: ['postgresql', 'mysql', 'mariadb'], section: 'externalDatabase' },
  { services: ['redis', 'valkey'], section: 'externalRedis' },
  { services: ['rabbitmq'], section: 'externalRabbitmq' },
  { services: ['kafka'], section: 'externalKafka' },
  { services: ['elasticsearch'], section: 'externalElasticsearch' },
];
const SECTIONS = EXTERNAL.map(({ section }) => section);
const ADDRESS = [
  'host',
  'hosts',
  'hostname',
  'url',
  'uri',
  'servers',
  'brokers',
  'existingSecret',
  'existingSecretHostKey',
];

/** `postgresql.enabled` against `externalDatabase`: one is read, the other is not. */
function externalServices(node: ValueMap): ModeRole[] {
  return EXTERNAL.flatMap(({ services, section }) => {
    const external = node.map[section];
    if (!isJsonObject(external)) return [];
    const switches = services.filter((key) => typeof switchOf(node.map[key]) === 'boolean');
    const on = switches.find((key) => switchOf(node.map[key]) === true);
    const owner = on ?? switches[0];
    if (owner === undefined) return [];
    const address = ADDRESS.filter((key) => Object.hasOwn(external, key)).map((key) =>
      pathOf(node, section).concat(key),
    );
    return [
      {
        path: pathOf(node, owner).concat('enabled'),
        value: on !== undefined,
        // Charts ship the section with ports and user names filled in; an address is what somebody meant to use.
        ignored:
          on !== undefined && address.some((path) => isFilled(external, path)) ? [pathOf(node, section)] : [],
        needs: on === undefined && address.length > 0 ? [address] : [],
        readers: { [formatPath(pathOf(node, section))]: ['false'] },
      },
    ];
  });
}

function isFilled(section: JsonObject, path: ValuesPath): boolean {
  const value = section[String(path.at(-1))];
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

function switchOf(section: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(section) ? section.enabled : undefined;
}
