import { path as paths } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import type { Layer } from '../../model/layer.ts';
import { valueAt } from '../../model/values-path.ts';
import { fileLayer } from '../file-layer.ts';
import type { OpenSource } from '../manifest-release.ts';
import { missingFile } from '../missing-file.ts';
import type { HelmField } from './effective-helm.ts';
import type { SourceLayers, SourcePlace } from './source-place.ts';
import { type ValueFile, valueFiles } from './value-files.ts';

/** The layers of `valueFiles`, in order; each file counts once. */
export function valueFileLayers(where: SourcePlace): SourceLayers {
  const field = where.helm.field('valueFiles');
  if (field === undefined) return { layers: [], findings: [] };
  const { repository } = where.context;
  const ignoresMissing = flagOf(where.helm.field('ignoreMissingValueFiles'));
  const layers: Layer[] = [];
  const findings: Finding[] = [];
  const files: string[] = [];
  const open: OpenSource[] = [];
  for (const one of valueFiles(field, where)) {
    findings.push(...one.findings);
    if (one.files.length === 0 && !one.isHere)
      open.push({ at: one.span, name: one.text, isSaid: one.findings.length > 0 });
    for (const file of one.files) {
      const read = fileLayer(file, repository);
      if (read !== undefined) {
        findings.push(...read.findings);
        if (read.layer !== undefined) layers.push(read.layer);
        files.push(file);
      } else if (!ignoresMissing && one.isHere) findings.push(missing(one, file, where));
    }
  }
  return { layers, findings, files, open };
}

function flagOf(field: HelmField | undefined): boolean {
  return field !== undefined && valueAt(field.of.data, field.at) === true;
}

function missing({ text, span }: ValueFile, file: string, { chart, context }: SourcePlace): Finding {
  const { repository } = context;
  const fromRoot = repository.roots
    .map((root) => paths.join(root, text))
    .find((other) => repository.kind(other) === 'file');
  return missingFile(file, span, repository, {
    why: 'Argo CD cannot render the Application without it.',
    from:
      fromRoot !== undefined && chart?.path !== undefined
        ? `Value files start at the chart: write ${forward(paths.relative(chart.path, fromRoot))}, or /${forward(text.replace(/^\.?\//, ''))} from the root of the repository.`
        : 'Check the path: it starts at the chart, or with a leading "/" at the root of the repository.',
  });
}

function forward(file: string): string {
  return file.split(paths.sep).join('/');
}
