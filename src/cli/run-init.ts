import { existsSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../files/disk-files.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { UsageError } from '../files/usage-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { PlannedFile } from '../init/planned-file.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { surveyRepository } from '../project/survey-repository.ts';
import { targetFiles } from '../project/target-files.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import { type Questions, terminalQuestions } from './ask.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { type InitFlags, type InitParts, initCommand } from './init-flags.ts';
import { parseCommand } from './parse-command.ts';
import { type InitPlan, planInit } from './plan-init.ts';
import { shipped } from './shipped.ts';

/** `chartlint init`: sets a repository up, at its root. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = initCommand();
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<InitFlags>();
  const questions = await questionsFor(flags, io);
  const root = repositoryRoot(diskFiles, io.cwd) ?? io.cwd;
  const files = targetFiles(diskFiles, root, ['.']);
  const survey = await surveyRepository(files, root, await settingsOf(root));
  const suggested = { ...flags, editor: flags.editor ?? usualEditor(root, io, questions !== undefined) };
  const parts = questions === undefined ? suggested : await questions.parts(suggested);
  if (parts === undefined) return nothing(io);
  const plan = await planInit(files, root, survey, parts);
  show(plan, io);
  if (plan.files.length === 0) {
    io.stdout('Nothing to write: all is set up.\n');
    return EXIT.clean;
  }
  if (flags.dryRun === true) return EXIT.clean;
  if (questions !== undefined && (await questions.confirm(plan.files.length)) !== true) return nothing(io);
  const problems = plan.files.flatMap((one) => problemOfWriting(one, root));
  for (const problem of problems) io.stderr(`chartlint: ${problem}\n`);
  io.stdout(nextSteps(plan.files.length - problems.length, parts));
  return problems.length === 0 ? EXIT.clean : EXIT.usage;
}

/** What a configuration that is there already says about files; one that is broken is somebody else's errand. */
async function settingsOf(root: string): Promise<LintOptions['settings']> {
  const options = { cwd: root, inputs: [], overlays: [], sets: [], context: { cluster: {} } };
  try {
    return (await prepareRun(options, {}, shipped, diskFiles)).options.settings;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Undefined when nothing is to be asked. */
async function questionsFor({ yes, dryRun }: InitFlags, io: CliIo): Promise<Questions | undefined> {
  if (yes === true || dryRun === true) return undefined;
  if (io.questions !== undefined) return io.questions;
  if (!io.isTerminal || process.stdin.isTTY !== true) {
    throw new UsageError(
      'init asks before it writes, and this is no terminal: pass --yes to write, or --dry-run to see the changes',
    );
  }
  return terminalQuestions();
}

/** Whoever is not asked gets the editor that leaves the values files alone. */
function usualEditor(root: string, { env }: CliIo, asked: boolean): InitParts['editor'] {
  if (!asked || env.TERM_PROGRAM === 'vscode' || existsSync(path.join(root, '.vscode'))) return 'vscode';
  return 'modeline';
}

function show({ files, notes }: InitPlan, io: CliIo): void {
  const written = files.filter(({ generated }) => generated === true);
  io.stdout(
    unifiedDiff(
      files
        .filter(({ generated }) => generated !== true)
        .map((file) => ({ ...file, before: file.before ?? '' })),
    ),
  );
  for (const { file, before, after } of written) {
    const size = Math.ceil(Buffer.byteLength(after) / 1024);
    io.stdout(`${before === undefined ? 'new' : 'changed'}: ${file} (${size} kB, generated)\n`);
  }
  for (const note of notes) io.stdout(`note: ${note}\n`);
}

function nothing(io: CliIo): number {
  io.stdout('Nothing was written.\n');
  return EXIT.clean;
}

/** Writes a planned file; what keeps it from being written, if anything does. */
function problemOfWriting({ file, before, after }: PlannedFile, root: string): string[] {
  try {
    writeFileAtomically(path.join(root, file), after, { cwd: root, expected: before ?? null });
    return [];
  } catch (error) {
    if (error instanceof UsageError) return [error.message];
    throw error;
  }
}

function nextSteps(written: number, parts: InitParts): string {
  const steps = [
    'npx chartlint                 lints what is there',
    ...(parts.preCommit ? ['pre-commit install            lets every commit be checked'] : []),
    ...(parts.editor === 'vscode' ? ['the extension redhat.vscode-yaml shows it all in VS Code'] : []),
  ];
  const count = written === 1 ? '1 file' : `${written} files`;
  return `Wrote ${count}. Next:\n${steps.map((step) => `  ${step}\n`).join('')}`;
}
