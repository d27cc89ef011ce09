import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { valueAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import { mapLayers } from '../map-layers.ts';
import { textLayer } from '../text-layer.ts';
import { textPaths } from '../text-paths.ts';
import type { SourceLayers, SourcePlace } from './source-place.ts';

/** The layer of `valuesObject`, or without it that of `values` (`ValuesYAML` in pkg/apis/application/v1alpha1/values.go). */
export function inlineLayers({ object, helm, context }: SourcePlace): SourceLayers {
  const { repository, kind } = context;
  const asText = helm.field('values');
  const asObject = helm.field('valuesObject');
  const text = asText && valueAt(asText.of.data, asText.at);
  const findings: Finding[] = [];
  if (asObject !== undefined && isJsonObject(valueAt(asObject.of.data, asObject.at))) {
    if (asText !== undefined && text !== '' && text !== null) {
      findings.push(
        manifestFinding('ignored-values', 'warning', asText.of.locate(asText.at, 'key'), {
          problem: '"values" is ignored, because valuesObject is set as well',
          why: 'The two are not merged, so nothing in it reaches the chart.',
          help: 'Move what is missing into valuesObject, and delete values.',
        }),
      );
    }
    const layers = mapLayers(
      { ...object, ...asObject.of, data: rootOf(asObject.of.data) },
      asObject.at,
      repository,
    );
    return {
      layers,
      findings,
      unknown: kind === 'ApplicationSet' ? textPaths(layers, (one) => one.includes('{{')) : [],
    };
  }
  if (asObject !== undefined && valueAt(asObject.of.data, asObject.at) !== null) {
    findings.push(
      manifestFinding('values-not-a-map', 'error', asObject.of.locate(asObject.at, 'value'), {
        problem: 'valuesObject is no map',
        why: 'Kubernetes refuses the Application.',
        help: 'Write the values as YAML below the key, without the "|"; text belongs in values.',
      }),
    );
  }
  if (asText === undefined || text === undefined || text === null) return { layers: [], findings };
  if (typeof text !== 'string') {
    findings.push(
      manifestFinding('values-not-text', 'error', asText.of.locate(asText.at, 'key'), {
        problem: '"values" is no text here, and Argo CD needs one',
        why: 'Kubernetes refuses the Application.',
        help: 'Call it valuesObject, or put "|" behind the key.',
      }),
    );
    return { layers: [], findings };
  }
  const read = textLayer(asText.of, asText.at, repository, kind === 'ApplicationSet');
  return { layers: read.layer === undefined ? [] : [read.layer], findings: [...findings, ...read.findings] };
}

function rootOf(data: JsonValue): Record<string, JsonValue> {
  return isJsonObject(data) ? data : {};
}
