import { path as paths } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { missingFile } from '../missing-file.ts';
import { parameterLayer } from '../parameter-layer.ts';
import { parseSetName } from '../parse-set-name.ts';
import type { SourceLayers, SourcePlace } from './source-place.ts';

const WORDS = {
  asText: 'A file is text already.',
  asTyped: 'A file is always text: write the value in valuesObject.',
};

/** The layers of `fileParameters`: `--set-file` with paths from the folder of the chart. */
export function fileParameterLayers({ helm, chart, context }: SourcePlace): SourceLayers {
  const field = helm.field('fileParameters');
  const items = field && valueAt(field.of.data, field.at);
  if (field === undefined || !Array.isArray(items)) return { layers: [], findings: [] };
  const { repository } = context;
  const findings: Finding[] = [];
  const layers: Layer[] = [];
  const files: string[] = [];
  const unknown: ValuesPath[] = [];
  for (const [i, item] of items.entries()) {
    if (!isJsonObject(item) || typeof item.name !== 'string' || typeof item.path !== 'string') continue;
    if (chart?.path === undefined || /[${]|:\/\//.test(item.path)) {
      const named = parseSetName(item.name);
      if (named.length > 0) unknown.push(named);
      continue;
    }
    const at = [...field.at, i];
    const file = paths.join(chart.path, item.path);
    const span = field.of.locate([...at, 'path'], 'value');
    const text = repository.kind(file) === 'file' ? repository.text(file) : undefined;
    if (text === undefined) {
      const why = 'Argo CD cannot render the Application without it.';
      const from = 'Check the path: it starts at the chart.';
      findings.push(missingFile(file, span, repository, { why, from }));
      continue;
    }
    files.push(file);
    const nameAt = field.of.locate([...at, 'name'], 'value');
    layers.push(
      parameterLayer(
        {
          kind: 'set-file',
          name: item.name,
          value: item.path,
          nameAt,
          valueAt: span,
          words: WORDS,
          files: new Map([[item.path, text]]),
        },
        repository,
      ),
    );
  }
  return { layers, findings, files, unknown };
}
