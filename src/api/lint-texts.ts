import { allChecks } from '../check-docs/all-checks.ts';
import { type MemoryFiles, memoryFiles } from '../files/memory-files.ts';
import { path } from '../files/path.ts';
import { ruleHeads } from '../generated/rule-heads.ts';
import { fixProject } from '../lint/fix-project.ts';
import { settleProject } from '../lint/settle-project.ts';
import { loadValues } from '../load/load-values.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { LintResult } from '../model/lint-result.ts';
import { applyConfig } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';
import { createSession, type Session } from '../session/session.ts';
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
  return lintReport(await lintAll(textSession(files, options, memoryOf(files, options))));
}

/** See `fix`; loaded with all rules. */
export async function fixTextFiles(
  files: readonly TextFile[],
  options: LintTextsOptions & { readonly unsafe?: boolean },
): Promise<FixedTexts> {
  const memory = memoryOf(files, options);
  const session = textSession(files, options, memory);
  const editable = new Set(files.map(({ file }) => at(file)));
  const { helmVersion } = (await session.prepare()).options;
  const { result, changes } = await fixProject({
    unsafe: options.unsafe === true,
    isEditable: ({ id }) => editable.has(id),
    read: (source, text) =>
      loadValues(source, text, { helmMajor: helmVersion === undefined ? undefined : helmMajor(helmVersion) })
        .document?.data,
    lint: (texts) => {
      for (const [file, text] of texts) memory.write(file, text);
      session.change([...texts.keys()]);
      return lintAll(session);
    },
  });
  return {
    report: await lintReport(result),
    files: files.map(({ file, text }) => ({ file, text: changes.get(at(file))?.after ?? text })),
  };
}

async function lintAll(session: Session): Promise<LintResult> {
  const { prepared, project } = await session.lint();
  return settleProject(project, prepared.policy);
}

/** A file system that holds nothing but the texts. */
function memoryOf(
  files: readonly TextFile[],
  { schema, defaults, overlays = [], around = [] }: LintTextsOptions,
): MemoryFiles {
  const texts = [...around, ...(defaults === undefined ? [] : [defaults]), ...overlays, ...files];
  const memory = memoryFiles(texts.map(({ file, text }) => [at(file), text]));
  if (schema !== undefined) memory.write(at(SCHEMA), JSON.stringify(schema));
  return memory;
}

/** A session in which each file is a release of its own. */
function textSession(
  files: readonly TextFile[],
  { chart, schema, defaults, overlays = [], set = [], sets = [], config = {} }: LintTextsOptions,
  memory: MemoryFiles,
): Session {
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
  const names = files.map(({ file }) => file);
  return createSession(
    {
      prepare: async () => ({
        ...applyConfig(options, {}, shipped, memory, objectConfig(config, ROOT)),
        roots: [ROOT],
        read: new Set(),
        unread: new Map(),
      }),
      plan: async ({ options: { settings } }) => ({
        planned: names
          .filter((file) => settings?.isIgnored(file) !== true)
          .map((file) => ({ id: { source: at(file) }, files: [at(file)] })),
        passedOver: [],
      }),
    },
    memory,
  );
}

function at(file: string): string {
  return path.resolve(ROOT, file);
}
