import type { LoadedManifest } from '../../documents/source-files.ts';
import { path } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { chartKeys } from '../chart-keys.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { unknownFields } from '../unknown-fields.ts';
import { helmfileChart } from './helmfile-chart.ts';
import { RELEASE_FIELDS, RELEASE_WORDS } from './helmfile-fields.ts';
import { type HelmfileEntry, type HelmfileState, helmfileState, withInherited } from './helmfile-state.ts';
import { helmfileValues } from './helmfile-values.ts';
import { asksForEnvironment, type KnownNames, knownText } from './known-text.ts';
import { partFindings } from './part-findings.ts';

/** The releases of a helmfile; none for a file that is something else. Where a release differs by environment, one for each. */
export function helmfileReleases(file: LoadedManifest, repository: Repository): ManifestRelease[] {
  const { documents, source } = file;
  if (
    documents.some(
      ({ data }) => isJsonObject(data) && (data.kind !== undefined || data.apiVersion !== undefined),
    )
  )
    return [];
  const state = helmfileState(source.id, documents, repository);
  const releases = state.releases.filter(({ map }) => map.chart !== undefined || map.name !== undefined);
  // What `helmfile build` prints is no input.
  const isOutput = documents.some(({ data }) => isJsonObject(data) && data.filepath !== undefined);
  const about = isOutput ? [] : partFindings(file);
  return releases.flatMap((entry, i) => {
    const parts = withInherited(entry, state);
    const own = i === 0 ? about : [];
    return environmentsOf(parts, state).map((environment, n) =>
      release(parts, { state, environment, file, findings: n === 0 ? own : [] }, repository),
    );
  });
}

/** The environments that make a difference to a release; one that is not named where none does. */
function environmentsOf(
  parts: readonly HelmfileEntry[],
  { environments }: HelmfileState,
): (string | undefined)[] {
  const asks = parts.some(({ map }) =>
    ['name', 'chart', 'namespace', 'version', 'values', 'secrets', 'valuesTemplate'].some((field) =>
      [map[field]].flat().some((one) => typeof one === 'string' && asksForEnvironment(one)),
    ),
  );
  return asks && environments.length > 0 ? [...environments] : [undefined];
}

interface About {
  readonly state: HelmfileState;
  readonly environment: string | undefined;
  readonly file: LoadedManifest;
  readonly findings: readonly Finding[];
}

function release(parts: readonly HelmfileEntry[], about: About, repository: Repository): ManifestRelease {
  const { state, environment, file, findings } = about;
  const entry = parts.at(-1)!;
  const folder = path.dirname(file.source.id);
  const text = (field: string): string | undefined =>
    parts.map(({ map }) => textAt(map, [field])).findLast((one) => one !== undefined);
  const bare: KnownNames = { release: undefined, namespace: undefined, environment };
  const written = text('name') ?? '';
  const name = knownText(written, bare);
  const namespace = text('namespace');
  const names: KnownNames = {
    release: name,
    namespace: namespace === undefined ? undefined : knownText(namespace, { ...bare, release: name }),
    environment,
  };
  const chart = helmfileChart(parts, state, names, folder, repository);
  const values = helmfileValues(parts, {
    folder,
    names,
    missingFileHandler: text('missingFileHandler') ?? state.missingFileHandler,
    mayBeOff: parts.some(({ map }) => map.condition !== undefined || map.installed === false),
    isTemplate: file.source.id.endsWith('.gotmpl'),
    repository,
  });
  const { document, at } = entry;
  const place = entry.map.name === undefined ? at : [...at, 'name'];
  const span = document.locate(place, 'value');
  // Of a template what is written.
  const shown =
    name ??
    repository
      .textOf(span.source)
      .slice(span.start, span.end)
      .replace(/^["']|["']$/g, '');
  return {
    kind: 'helmfile release',
    name: environment === undefined ? shown : `${shown} (${environment})`,
    ...(name === undefined ? {} : { releaseName: name }),
    namespace: names.namespace,
    chart: chart.chart,
    layers: values.layers,
    at: span,
    files: [...new Set([file.source.id, ...state.files, ...values.files])],
    findings: [
      ...findings,
      ...unknownFields(
        { data: entry.map, locate: (below, part) => document.locate([...at, ...below], part) },
        [],
        RELEASE_FIELDS,
        RELEASE_WORDS,
        chartKeys(chart.chart, repository),
      ),
      ...inheritFindings(entry, state),
      ...handlerFindings(entry),
      ...chart.findings,
      ...values.findings,
    ],
    skipsSchema: entry.map.skipSchemaValidation === true,
    unknown: values.unknown,
    open: values.open,
  };
}

function inheritFindings({ document, at, map }: HelmfileEntry, { templates }: HelmfileState): Finding[] {
  if (!Array.isArray(map.inherit)) return [];
  return map.inherit.flatMap((one, i): Finding[] => {
    const name = isJsonObject(one) ? textAt(one, ['template']) : undefined;
    if (name === undefined || templates.has(name) || name.includes('{{')) return [];
    const known = [...templates.keys()].slice(0, 4).map((other) => `"${other}"`);
    return [
      manifestFinding(
        'missing-template',
        'error',
        document.locate([...at, 'inherit', i, 'template'], 'value'),
        {
          problem: `there is no template "${name}" to inherit`,
          why: 'helmfile stops.',
          help: known.length === 0 ? 'Write it under templates.' : `There is ${known.join(', ')}.`,
        },
      ),
    ];
  });
}

function handlerFindings({ document, at, map }: HelmfileEntry): Finding[] {
  const handler = textAt(map, ['missingFileHandler']);
  if (handler === undefined || /^(?:Error|Warn|Info|Debug)$/.test(handler) || handler.includes('{{'))
    return [];
  return [
    manifestFinding('unknown-word', 'error', document.locate([...at, 'missingFileHandler'], 'value'), {
      problem: `missingFileHandler is "${handler.slice(0, 30)}", and helmfile knows Error, Warn, Info and Debug`,
      why: 'helmfile stops as soon as a file is missing.',
      help: 'Write one of the four, with a capital letter.',
    }),
  ];
}
