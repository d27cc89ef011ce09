import type { MergedChart } from '../../merge/merge-chart.ts';
import type { ChartContents, ChartFile } from '../../model/chart.ts';
import type { Source } from '../../model/source.ts';
import { textOf } from '../../model/text-of.ts';
import type { GoMap, GoValue } from '../value/go-value.ts';
import { goInt, goMap, isMap } from '../value/make-value.ts';
import { type Capabilities, capabilitiesValue } from './capabilities.ts';
import { chartValue } from './chart-value.ts';
import { type FilesText, filesValue, otherFiles } from './files-value.ts';
import { valuesMap } from './values-map.ts';

/** What is said of a release besides values. */
export interface ReleaseFacts {
  readonly name: string;
  readonly namespace: string;
  readonly isUpgrade: boolean;
}

/** A template that is parsed, and executed unless its name starts with `_`. */
export interface ReleaseTemplate {
  /** As Helm calls it: `shop/charts/redis/templates/service.yaml`. */
  readonly name: string;
  readonly source: Source;
  readonly text: string;
  /** What the dot is: the same map for all templates of a chart. */
  readonly scope: GoMap;
  readonly basePath: string;
  /** What Go calls the type of values: it differs between Helm 3 and 4. */
  readonly valuesType: string;
}

/** A manifest below `crds/`, which is no template. */
export interface ChartCrd {
  readonly name: string;
  readonly source: Source;
  readonly text: string;
}

export interface ReleaseScopes {
  readonly templates: readonly ReleaseTemplate[];
  readonly crds: readonly ChartCrd[];
}

/** What all charts of a release share. */
interface Shared {
  readonly helm: 3 | 4;
  readonly release: GoMap;
  readonly capabilities: GoValue;
  readonly text: FilesText;
  readonly templates: ReleaseTemplate[];
  readonly crds: ChartCrd[];
}

/**
 * All templates of a release with what each of them sees (`recAllTpls` in `pkg/engine/engine.go`, `ToRenderValues` in
 * `pkg/chart/common/util/values.go`). `values` are the effective values of the chart at the top.
 */
export function releaseScopes(
  root: MergedChart,
  values: GoMap,
  facts: ReleaseFacts,
  capabilities: Capabilities,
  text: FilesText,
): ReleaseScopes {
  const { helm } = capabilities;
  const shared: Shared = {
    helm,
    release: releaseValue(facts),
    capabilities: capabilitiesValue(capabilities),
    text,
    templates: [],
    crds: [],
  };
  visit(shared, root, root.name, values);
  return shared;
}

function releaseValue({ name, namespace, isUpgrade }: ReleaseFacts): GoMap {
  return goMap(
    new Map<string, GoValue>([
      ['Name', name],
      ['Namespace', namespace],
      ['IsUpgrade', isUpgrade],
      ['IsInstall', !isUpgrade],
      ['Revision', goInt(1)],
      ['Service', 'Helm'],
    ]),
  );
}

function visit(shared: Shared, chart: MergedChart, id: string, values: GoMap): GoMap {
  const { helm } = shared;
  const type = helm === 4 ? 'common.Values' : 'chartutil.Values';
  const { fields = {}, files = [] }: Partial<ChartContents> = chart.chart.contents?.() ?? {};
  const others = otherFiles(files, fields.apiVersion === 'v2' ? 'v2' : 'v1');
  const subcharts = new Map<string, GoValue>();
  const made = goMap(
    new Map<string, GoValue>([
      [
        'Chart',
        chartValue(
          { fields, name: chart.name, dependencies: chart.dependencies, isRoot: chart.path.length === 0 },
          helm,
        ),
      ],
      ['Files', filesValue(others, helm, shared.text)],
      ['Release', shared.release],
      ['Capabilities', shared.capabilities],
      ['Values', valuesMap(values, helm, shared.text.toYaml)],
      ['Subcharts', goMap(subcharts)],
    ]),
  );
  const scope = valuesMap(made, helm, shared.text.toYaml);
  const crds = others.filter(({ name }) => /^crds\/.*\.(?:ya?ml|json)$/is.test(name));
  for (const file of crds) {
    shared.crds.push({
      name: `${id}/${file.name}`,
      source: file.source,
      // They are large, and seldom asked for.
      get text() {
        return textOf(file.bytes());
      },
    });
  }
  for (const child of chart.subcharts) {
    const below = tableOf(values, child.name);
    subcharts.set(child.name, visit(shared, child, `${id}/charts/${child.name}`, below));
  }
  const isLibrary = chart.chart.metadata.type === 'library';
  for (const file of files) {
    if (file.name.startsWith('templates/') && (!isLibrary || baseName(file).startsWith('_'))) {
      shared.templates.push(templateOf(file, shared.text.read(file), { id, scope, type }));
    }
  }
  return made;
}

function templateOf(
  file: ChartFile,
  text: string,
  { id, scope, type }: { readonly id: string; readonly scope: GoMap; readonly type: string },
): ReleaseTemplate {
  return {
    name: `${id}/${file.name}`,
    source: file.source,
    text,
    scope,
    basePath: `${id}/templates`,
    valuesType: type,
  };
}

function baseName({ name }: ChartFile): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Helm looks the chart's name up as a path, so a name with dots finds nothing; then there are no values. */
function tableOf(values: GoMap, name: string): GoMap {
  let table: GoValue = values;
  for (const key of name.split('.')) table = isMap(table) ? table.entries.get(key) : undefined;
  return isMap(table) ? table : goMap();
}
