import { isAtOrBelow } from '../../files/is-at-or-below.ts';
import { path } from '../../files/path.ts';
import { withoutNulls } from '../../merge/without-nulls.ts';
import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { fileLayer } from '../file-layer.ts';
import { layerWithData } from '../layer-with-data.ts';
import { manifestFinding } from '../manifest-finding.ts';
import { mapLayers } from '../map-layers.ts';
import { missingFile } from '../missing-file.ts';
import { overriddenPaths } from '../overridden-paths.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { textsAt } from './field-lists.ts';
import type { HelmChartEntry } from './helm-chart-entry.ts';
import { PatchRefused } from './patch-refused.ts';
import { strategicMerge } from './strategic-merge.ts';
import { unlikeChart } from './unlike-chart.ts';
import { woven } from './woven.ts';
import type { Written } from './written.ts';
import { writtenYaml } from './written-yaml.ts';

/** Where an entry looks for files. */
export interface HelmChartPlace {
  /** The root of the kustomization, absolute. */
  readonly folder: string;
  /** The chart, absolute, when it is here. */
  readonly chart: string | undefined;
}

/** The values of an entry, weakest first, and the files that are there. */
export interface HelmChartValues {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
}

/**
 * The values file and `valuesInline` become one file that Helm gets, merged as `valuesMerge` says; `additionalValuesFiles` come after it
 * (`HelmChartInflationGenerator.go`).
 */
export function helmChartValues(
  entry: HelmChartEntry,
  place: HelmChartPlace,
  repository: Repository,
): HelmChartValues {
  return new Values(entry, place, repository).read();
}

class Values {
  readonly #entry: HelmChartEntry;
  readonly #place: HelmChartPlace;
  readonly #repository: Repository;
  readonly #findings: Finding[] = [];
  readonly #files: string[] = [];

  constructor(entry: HelmChartEntry, place: HelmChartPlace, repository: Repository) {
    this.#entry = entry;
    this.#place = place;
    this.#repository = repository;
  }

  read(): HelmChartValues {
    const merged = this.#merged();
    const additional = textsAt(this.#entry.document.data, this.#at('additionalValuesFiles')).flatMap(
      ({ at, text }) => this.#fileLayers(at, text),
    );
    this.#sayOverridden(merged, additional);
    return { layers: [...merged, ...additional], findings: this.#findings, files: this.#files };
  }

  #at(field: string): ValuesPath {
    return [...this.#entry.at, field];
  }

  /** What Helm gets as the first file. */
  #merged(): Layer[] {
    const { document, names } = this.#entry;
    const at = this.#at(names.valuesInline);
    const inline = valueAt(document.data, at);
    const fileAt = this.#at(names.valuesFile);
    const named = textAt(document.data, fileAt);
    if (inline !== undefined && inline !== null && !isJsonObject(inline)) {
      this.#findings.push(
        manifestFinding('values-not-a-map', 'error', document.locate(at, 'value'), {
          problem: `${names.valuesInline} is ${Array.isArray(inline) ? 'a list' : 'text'}, and Kustomize needs a map`,
          why: 'kustomize build stops.',
          help: 'Write the values as YAML below the key, without the "|".',
        }),
      );
    }
    const file = named === undefined ? [] : this.#fileLayers(fileAt, named);
    if (!isJsonObject(inline) || Object.keys(inline).length === 0)
      return named === undefined ? this.#ownNulls() : file;
    const how = textAt(document.data, this.#at('valuesMerge')) ?? 'override';
    if (how === 'replace') return this.#inline(inline);
    this.#sayNulls(inline);
    const own = this.#ownValues();
    const source = named === undefined ? own?.file : this.#resolved(named);
    const read = source === undefined ? undefined : this.#written(source);
    if (read === undefined || source === undefined) return this.#inline(inline, withoutNulls(inline));
    if (how === 'merge') this.#sayFileWins(inline, read.data, this.#repository.shown(source));
    const merged = this.#laidOver(how, read, inline);
    // Helm gets the values of the chart a second time, as Kustomize reads them.
    return named === undefined && own !== undefined
      ? merged.map((layer) => layerWithData(layer, unlikeChart(layer.data, own.data, inline)))
      : merged;
  }

  /** Without anything Kustomize hands the values of the chart to Helm once more: what is null there deletes itself. */
  #ownNulls(): Layer[] {
    const own = this.#ownValues();
    if (own === undefined) return [];
    const { layer } = fileLayer(own.file, this.#repository) ?? {};
    const data = unlikeChart(own.data, own.data, {});
    return layer === undefined || Object.keys(data).length === 0 ? [] : [layerWithData(layer, data)];
  }

  /** Of both maps one, with the places in both. */
  #laidOver(how: string, file: Written<JsonObject>, inline: JsonObject): Layer[] {
    const { document, names } = this.#entry;
    const own = woven(
      inline,
      {
        // It comes as JSON: a key with nothing behind it is null as well.
        of: { data: document.data, locate: document.locate, written: () => 'null' },
        at: this.#at(names.valuesInline),
      },
      new Map(),
    );
    try {
      const merged =
        how === 'merge' ? strategicMerge(own, file, AS_DATA) : strategicMerge(file, own, AS_DATA);
      if (merged === undefined) return [];
      const source = document.locate(this.#entry.at, 'value').source;
      return mapLayers({ data: merged.data, locate: merged.locate, source, files: [] }, [], this.#repository);
    } catch (error) {
      if (!(error instanceof PatchRefused)) throw error;
      this.#findings.push(manifestFinding('patch-refused', 'error', error.span, error.statement));
      return this.#inline(inline);
    }
  }

  #inline(inline: JsonObject, data = inline): Layer[] {
    const { document, names } = this.#entry;
    const source = document.locate(this.#entry.at, 'value').source;
    const at = this.#at(names.valuesInline);
    const object = {
      data,
      locate: (path: ValuesPath, part: 'key' | 'value') => document.locate([...at, ...path], part),
    };
    return mapLayers({ ...object, source, files: [] }, [], this.#repository);
  }

  #ownValues(): { readonly data: JsonObject; readonly file: string } | undefined {
    const { chart } = this.#place;
    const file = chart === undefined ? undefined : path.join(chart, 'values.yaml');
    if (file === undefined || this.#repository.kind(file) !== 'file') return undefined;
    const document = this.#repository.values(file)?.document;
    return document && { data: document.data, file };
  }

  #sayFileWins(inline: JsonObject, file: JsonObject, shown: string): void {
    const { document, names } = this.#entry;
    for (const path of overriddenPaths(inline, file)) {
      this.#findings.push(
        manifestFinding(
          'no-effect',
          'warning',
          document.locate([...this.#at(names.valuesInline), ...path], 'key'),
          {
            problem: `"${formatPath(path)}" has no effect: ${shown} sets it too and wins`,
            why: 'valuesMerge: merge takes from valuesInline only what the values file does not have.',
            help: 'Write valuesMerge: override, the default, or change the values file.',
          },
          toPointer(path),
        ),
      );
    }
  }

  #sayOverridden(merged: readonly Layer[], additional: readonly Layer[]): void {
    const { document, names } = this.#entry;
    const inline = valueAt(document.data, this.#at(names.valuesInline));
    if (!isJsonObject(inline) || merged.length === 0) return;
    for (const { data, label } of additional) {
      for (const path of overriddenPaths(inline, data)) {
        this.#findings.push(
          manifestFinding(
            'no-effect',
            'warning',
            document.locate([...this.#at(names.valuesInline), ...path], 'key'),
            {
              problem: `"${formatPath(path)}" has no effect: ${label} sets it too and comes later`,
              why: 'additionalValuesFiles win over valuesInline.',
              help: 'Set it in that file, or delete it there.',
            },
            toPointer(path),
          ),
        );
      }
    }
  }

  /** null in `valuesInline` takes the key out of the file that Helm gets, so the chart's own value comes back. */
  #sayNulls(inline: JsonObject): void {
    const own = this.#ownValues();
    if (own === undefined) return;
    const { document, names } = this.#entry;
    const visit = (map: JsonObject, at: ValuesPath): void => {
      for (const [key, value] of Object.entries(map)) {
        const path = [...at, key];
        if (isJsonObject(value)) visit(value, path);
        if (value !== null || (valueAt(own.data, path) ?? null) === null) continue;
        this.#findings.push(
          manifestFinding(
            'null-keeps-default',
            'warning',
            document.locate([...this.#at(names.valuesInline), ...path], 'value'),
            {
              problem: `null does not remove "${formatPath(path)}": the chart's own value stays`,
              why: 'Kustomize leaves the key out of the file that it hands to Helm.',
              help: 'Write the value that turns it off, or valuesMerge: replace, with which Helm gets the null.',
            },
            toPointer(path),
          ),
        );
      }
    };
    visit(inline, []);
  }

  #resolved(name: string): string {
    return path.resolve(this.#place.folder, name);
  }

  #written(file: string): Written<JsonObject> | undefined {
    const [document] = this.#repository.manifest(file, 'go-yaml-3')?.documents ?? [];
    if (document === undefined) return undefined;
    const written = writtenYaml(document);
    return isJsonObject(written.data) ? { ...written, data: written.data } : undefined;
  }

  #fileLayers(at: ValuesPath, name: string): Layer[] {
    if (/^[a-z]+:\/\//.test(name)) return [];
    const file = this.#resolved(name);
    const span = this.#entry.document.locate(at, 'value');
    if (!isAtOrBelow(file, this.#place.folder) && !isBelowChart(file, this.#place.chart)) {
      this.#findings.push(
        manifestFinding('outside-root', 'error', span, {
          problem: `"${this.#repository.shown(file)}" lies outside of the kustomization`,
          why: 'kustomize build refuses files that are not in or below its folder, unless it runs with --load-restrictor LoadRestrictionsNone.',
          help: 'Move the file into the folder of the kustomization.',
        }),
      );
    }
    const read = fileLayer(file, this.#repository);
    if (read === undefined) {
      this.#findings.push(
        missingFile(file, span, this.#repository, {
          why: 'kustomize build stops.',
          from: 'The path is relative to the kustomization.',
        }),
      );
      return [];
    }
    this.#files.push(file);
    this.#findings.push(...read.findings);
    return read.layer === undefined ? [] : [read.layer];
  }
}

/** The merged values are handed on without being written out as text. */
const AS_DATA = { isWrittenOut: false };

function isBelowChart(file: string, chart: string | undefined): boolean {
  return chart !== undefined && isAtOrBelow(file, chart);
}
