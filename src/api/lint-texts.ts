import { fileSettings } from '../config/file-settings.ts';
import type { Policy } from '../config/policy.ts';
import { fixProject } from '../lint/fix-project.ts';
import { lintProject, type Project } from '../lint/lint-project.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import { controlComments } from '../load/control-comments.ts';
import { loadValues } from '../load/load-values.ts';
import type { LoadedValues } from '../load/loaded-values.ts';
import { flagLayer } from '../merge/flag-layer.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import { fileSource, type Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { FixedTexts } from './fixed-texts.ts';
import type { LintTextsOptions } from './lint-options.ts';
import { type LintReport, lintReport } from './lint-report.ts';
import { chartFor } from './text-chart.ts';
import type { TextFile } from './text-file.ts';
import { textPolicy } from './text-policy.ts';

/** See `lint`; loaded with all rules. */
export async function lintTexts(files: readonly TextFile[], options: LintTextsOptions): Promise<LintReport> {
  const policy = textPolicy(options.config ?? {});
  return lintReport(lintProject(await planTexts(files, options, policy)));
}

/** See `fix`; loaded with all rules. */
export async function fixTextFiles(
  files: readonly TextFile[],
  options: LintTextsOptions & { readonly unsafe?: boolean },
): Promise<FixedTexts> {
  const policy = textPolicy(options.config ?? {});
  const editable = new Set(files.map(({ file }) => file));
  const { result, changes } = await fixProject({
    unsafe: options.unsafe === true,
    isEditable: ({ id }) => editable.has(id),
    read: (source, text) => read(source, text, options).document?.data,
    lint: async (texts) => {
      const changed = files.map(({ file, text }) => ({ file, text: texts.get(file) ?? text }));
      return lintProject(await planTexts(changed, options, policy));
    },
  });
  return {
    report: await lintReport(result),
    files: files.map(({ file, text }) => ({ file, text: changes.get(file)?.after ?? text })),
  };
}

function read(source: Source, text: string, { config }: LintTextsOptions): LoadedValues {
  const version = config?.helmVersion;
  return loadValues(source, text, { helmMajor: version === undefined ? undefined : helmMajor(version) });
}

async function planTexts(
  files: readonly TextFile[],
  options: LintTextsOptions,
  policy: Policy,
): Promise<Project> {
  const { overlays = [], set = [], defaults, config = {} } = options;
  const helmVersion = config.helmVersion?.replace(/^v/, '');
  const settings = fileSettings(config, (file) => file);
  const findings: Finding[] = [];
  const releases: ReleaseInput[] = [];
  const all = [...files, ...overlays, ...(defaults === undefined ? [] : [defaults])];
  const sources = new Map(all.map(({ file, text }) => [file, text]));
  const flags = set.map((text) =>
    flagLayer('set', { text }, helmVersion === undefined ? {} : { helmVersion }),
  );
  for (const { document } of flags)
    if (document !== undefined) sources.set(document.source.id, document.text);
  const laidOver = overlays.map((overlay) => loaded(overlay, options, findings));
  for (const file of files) {
    if (settings.isIgnored(file.file)) continue;
    const layers = [loaded(file, options, findings), ...laidOver].filter((layer) => layer !== undefined);
    if (layers.length < 1 + overlays.length) continue;
    const chart = await chartFor(layers[0]?.data ?? {}, options);
    findings.push(...chart.findings);
    releases.push({
      id: { source: file.file },
      name: layers.at(-1)?.label ?? file.file,
      files: layers.map(({ label }) => fileSource(label)),
      layers: [...(chart.defaults === undefined ? [] : [chart.defaults]), ...layers, ...flags],
      chart: chart.profile,
      detectedBy: chart.detectedBy,
      schema: chart.schema,
      tree: undefined,
      context: settings.context(file.file),
      ...(helmVersion === undefined ? {} : { helmVersion }),
    });
  }
  return { releases, policy, findings, sources, comments: commentsIn(all), files: all.length };
}

/** A file as a layer; what reading it finds is kept. */
function loaded(source: TextFile, options: LintTextsOptions, findings: Finding[]): Layer | undefined {
  const { document, findings: found } = read(fileSource(source.file), source.text, options);
  findings.push(...found);
  if (document === undefined) return undefined;
  return { kind: 'values-file', label: source.file, data: document.data, document, scope: [] };
}

function commentsIn(files: readonly TextFile[]): Map<string, readonly Span[]> {
  const comments = new Map<string, readonly Span[]>();
  for (const { file, text } of files) {
    const found = controlComments(fileSource(file), text);
    if (found.length > 0) comments.set(file, found);
  }
  return comments;
}
