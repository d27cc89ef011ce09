import { allChecks } from '../check-docs/all-checks.ts';
import { memoryFiles } from '../files/memory-files.ts';
import { path } from '../files/path.ts';
import { ruleHeads } from '../generated/rule-heads.ts';
import { fixProject } from '../lint/fix-project.ts';
import { settleProject } from '../lint/settle-project.ts';
import { loadValues } from '../load/load-values.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { LintResult } from '../model/lint-result.ts';
import { applyConfig, type PreparedRun } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';
import { LintedProject } from '../session/linted-project.ts';
import { ReleaseLinter } from '../session/release-linter.ts';
import type { FixedTexts } from './fixed-texts.ts';
import type { LintTextsOptions } from './lint-options.ts';
import { type LintReport, lintReport } from './lint-report.ts';
import { objectConfig } from './object-config.ts';
import type { TextFile } from './text-file.ts';

/** Where the names of texts start. */
const ROOT = path.resolve('/');
const SCHEMA = 'values.schema.json';

/** See `lint`; loaded with all rules. */
export async function lintTexts(files: readonly TextFile[], options: LintTextsOptions): Promise<LintReport> {
  return lintReport(await lintAll(files, prepare(files, options)));
}

/** See `fix`; loaded with all rules. */
export async function fixTextFiles(
  files: readonly TextFile[],
  options: LintTextsOptions & { readonly unsafe?: boolean },
): Promise<FixedTexts> {
  const prepared = prepare(files, options);
  const editable = new Set(files.map(({ file }) => at(file)));
  const major = prepared.options.helmVersion;
  const { result, changes } = await fixProject({
    unsafe: options.unsafe === true,
    isEditable: ({ id }) => editable.has(id),
    read: (source, text) =>
      loadValues(source, text, { helmMajor: major === undefined ? undefined : helmMajor(major) }).document
        ?.data,
    lint: (texts) => {
      for (const [file, text] of texts) prepared.files.write(file, text);
      return lintAll(files, prepared);
    },
  });
  return {
    report: await lintReport(result),
    files: files.map(({ file, text }) => ({ file, text: changes.get(at(file))?.after ?? text })),
  };
}

/** Each file is a release of its own. */
async function lintAll(files: readonly TextFile[], prepared: PreparedRun): Promise<LintResult> {
  const { options, policy } = prepared;
  const linter = new ReleaseLinter(prepared);
  const project = new LintedProject();
  const names = files.map(({ file }) => file).filter((file) => options.settings?.isIgnored(file) !== true);
  const planned = names.map((file) => ({ id: { source: at(file) }, files: [at(file)] }));
  linter.expect(planned);
  for (const one of planned) project.add(await linter.lint(one));
  return settleProject(project, policy);
}

/** The run that the options ask for, over a file system that holds nothing but the texts. */
function prepare(
  files: readonly TextFile[],
  { chart, schema, defaults, overlays = [], set = [], sets = [], around = [], config = {} }: LintTextsOptions,
): Omit<PreparedRun, 'files'> & { readonly files: ReturnType<typeof memoryFiles> } {
  const texts = [...around, ...(defaults === undefined ? [] : [defaults]), ...overlays, ...files];
  const memory = memoryFiles(texts.map(({ file, text }) => [at(file), text]));
  if (schema !== undefined) memory.write(at(SCHEMA), JSON.stringify(schema));
  const options: LintOptions = {
    cwd: ROOT,
    inputs: [],
    overlays: overlays.map(({ file }) => file),
    sets: [...set.map((text) => ({ kind: 'set' as const, text })), ...sets],
    context: { cluster: {} },
    ...(chart === undefined ? {} : { chart }),
    ...(schema === undefined ? {} : { schema: SCHEMA }),
    ...(defaults === undefined ? {} : { defaults: defaults.file }),
  };
  const shipped = { rules: ruleHeads, checks: allChecks, cnis: KNOWN_CNIS };
  const applied = applyConfig(options, {}, shipped, memory, objectConfig(config, ROOT));
  return { ...applied, files: memory, roots: [ROOT], read: new Set() };
}

function at(file: string): string {
  return path.resolve(ROOT, file);
}
