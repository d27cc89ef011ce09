import type { ChartFile } from '../model/chart.ts';
import { fileSource } from '../model/source.ts';
import { textOf } from '../model/text-of.ts';
import { capabilitiesValue } from '../templates/chart/capabilities.ts';
import { chartValue } from '../templates/chart/chart-value.ts';
import { filesValue } from '../templates/chart/files-value.ts';
import { defaultKubeVersion } from '../templates/chart/kube-version.ts';
import { orderTemplates } from '../templates/chart/order-templates.ts';
import type { FunctionRegistry } from '../templates/functions/registry.ts';
import { DEFAULT_LIMITS } from '../templates/render/budget.ts';
import { helmFailure, helmParseError } from '../templates/render/helm-words.ts';
import { openRendering } from '../templates/render/open-rendering.ts';
import { RenderFailure } from '../templates/render/render-failure.ts';
import { encodeBase64 } from '../templates/text/encode-base64.ts';
import type { GoMap, GoValue } from '../templates/value/go-value.ts';
import { goInt, goList, goMap } from '../templates/value/make-value.ts';
import { bytesOf } from '../templates/value/utf8.ts';
import { placeBelow, type ValuesPlace, valuesRoot } from '../templates/value/values-source.ts';
import type { JudgeAnswer } from './ask-template-judge.ts';
import type { TemplateCase } from './template-case.ts';

const VERSIONS = { 3: 'v3.21', 4: 'v4.2' } as const;
/** What Helm's engine takes for the cluster where no release of Helm was built. */
const KUBE = { 3: defaultKubeVersion('3.5.0'), 4: defaultKubeVersion('4.2.4') };
const NAME = 'c/templates/t';

/** How a case is answered. */
export interface AnswerSettings {
  readonly helm: 3 | 4;
  readonly functions: FunctionRegistry;
  readonly traced?: boolean;
  /** The time of the rendering, in milliseconds since 1970. */
  readonly clock?: number;
}

/** What chartlint's own engine answers to a case, in the words of that Helm. */
export function answerTemplate(one: TemplateCase, settings: AnswerSettings): JudgeAnswer {
  const { helm, functions, traced = false, clock = 0 } = settings;
  const helpers = Object.entries(one.helpers ?? {}).map(([name, text]) => ({
    name: `c/templates/${name}`,
    text,
  }));
  const files = orderTemplates([{ name: NAME, text: one.template }, ...helpers]);
  const rendering = openRendering(files, { helm, functions, traced, clock, limits: DEFAULT_LIMITS });
  const [unreadable] = rendering.unreadable;
  if (unreadable !== undefined) return { error: helmParseError(unreadable.problem) };
  const scope = scopeOf(one, settings);
  // Helm executes the others too, in their order.
  try {
    let output = '';
    for (const { name } of files) {
      if (name.slice(name.lastIndexOf('/') + 1).startsWith('_')) continue;
      const type = helm === 4 ? 'common.Values' : 'chartutil.Values';
      const template = new Map([
        ['Name', name],
        ['BasePath', 'c/templates'],
      ]);
      scope.entries.set('Template', goMap(template, undefined, { type }));
      const { value } = rendering.render(name, scope);
      if (name === NAME) output = value;
    }
    return { output };
  } catch (error) {
    if (error instanceof RenderFailure) return { error: helmFailure(error, helm) };
    throw error;
  }
}

function scopeOf(one: TemplateCase, { helm, functions, traced = false }: AnswerSettings): GoMap {
  const fields = { apiVersion: 'v2', name: 'c', version: '1.2.3', appVersion: '4.5.6' };
  const files = Object.entries(one.files ?? {}).map(([name, data]) => ({
    name,
    source: fileSource(name),
    bytes: () => bytesOf(typedValue(data, undefined) as string),
  }));
  const text = {
    toYaml: functions.get('toYaml')!,
    toBase64: encodeBase64,
    read: (file: ChartFile) => textOf(file.bytes()),
  };
  const release = new Map<string, GoValue>([
    ['Name', 'release-name'],
    ['Namespace', 'default'],
    ['Revision', goInt(1)],
    ['IsUpgrade', false],
    ['IsInstall', true],
    ['Service', 'Helm'],
  ]);
  const capabilities = {
    helm,
    helmVersion: VERSIONS[helm],
    kube: KUBE[helm],
    apiVersions: [],
  };
  return goMap(
    new Map<string, GoValue>([
      ['Chart', chartValue({ fields, name: 'c', dependencies: [], isRoot: true }, helm)],
      ['Files', filesValue(files, helm, text)],
      ['Release', goMap(release)],
      ['Capabilities', capabilitiesValue(capabilities)],
      ['Values', typedValue(one.values ?? {}, traced ? valuesRoot() : undefined)],
      ['Subcharts', goMap()],
    ]),
    undefined,
    { type: helm === 4 ? 'common.Values' : 'chartutil.Values' },
  );
}

/** A value of a case: types that JSON has no words for are marked, as in TemplateCase. */
function typedValue(json: unknown, place: ValuesPlace | undefined): GoValue {
  const at = place === undefined ? {} : { place };
  const below = (key: string | number): ValuesPlace | undefined => place && placeBelow(place, key);
  if (Array.isArray(json))
    return goList(
      json.map((item, i) => typedValue(item, below(i))),
      undefined,
      at,
    );
  if (typeof json !== 'object' || json === null) return json as GoValue;
  const entries = Object.entries(json);
  const [marker, inner] = entries.length === 1 ? entries[0]! : ['', undefined];
  const marked = MARKED[marker];
  if (marked !== undefined) return marked(inner as never, at);
  return goMap(new Map(entries.map(([key, value]) => [key, typedValue(value, below(key))])), undefined, at);
}

const MARKED: Readonly<Record<string, (inner: never, at: { place?: ValuesPlace }) => GoValue>> = {
  $int: (text: string) => goInt(BigInt(text)),
  $int64: (text: string) => goInt(BigInt(text), 'int64'),
  $uint64: (text: string) => goInt(BigInt(text), 'uint64'),
  $float64: (text: string) => Number(text.replace('Inf', 'Infinity')),
  $bytes: (base64: string) => textOf(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))),
  $strings: (items: string[], at) => goList([...items], 'string', at),
  $ints: (items: number[], at) =>
    goList(
      items.map((item) => goInt(item)),
      'int',
      at,
    ),
  $stringMap: (map: Record<string, string>, at) => goMap(new Map(Object.entries(map)), 'string', at),
};
