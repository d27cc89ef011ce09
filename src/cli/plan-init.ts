import path from 'node:path';
import { VERSION } from '../api/version.ts';
import type { FileSystem } from '../files/file-system.ts';
import { ownSchema } from '../files/own-schema.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../files/usage-error.ts';
import { addModeline } from '../init/add-modeline.ts';
import { configFile } from '../init/config-file.ts';
import { customTags } from '../init/custom-tags.ts';
import { mergePreCommit } from '../init/merge-pre-commit.ts';
import { mergeSettings, recommendExtension } from '../init/merge-settings.ts';
import { type PlannedFile, SetupProblem } from '../init/planned-file.ts';
import { SCHEMA_FOLDER, schemaFiles } from '../init/schema-files.ts';
import { schemaGlobs } from '../init/schema-globs.ts';
import type { SurveyedFile } from '../init/surveyed-file.ts';
import { workflowFile } from '../init/workflow-file.ts';
import { CONFIG_NAMES } from '../project/find-config.ts';
import { mainBranch } from '../project/git.ts';
import { editorSchemaText } from './editor-schema-text.ts';
import type { InitParts } from './init-flags.ts';

/** What setting up a repository comes to. */
export interface InitPlan {
  /** The files that would change. */
  readonly files: readonly PlannedFile[];
  /** What stays as it is, and why, for people. */
  readonly notes: readonly string[];
}

const REPOSITORY = 'https://github.com/chartlint/chartlint';
const CONFIG_SCHEMA = `${SCHEMA_FOLDER}/chartlint.config.schema.json`;

/** Plans everything that `chartlint init` writes; nothing is written yet. */
export async function planInit(
  files: FileSystem,
  root: string,
  survey: readonly SurveyedFile[],
  parts: InitParts,
): Promise<InitPlan> {
  const planner = new Planner(files, root);
  const hasEditor = parts.editor !== 'none';
  if (parts.config) {
    const present = CONFIG_NAMES.find((name) => files.exists(path.join(root, name)));
    const text = configFile(survey, hasEditor ? CONFIG_SCHEMA : undefined);
    if (present === undefined) planner.change('chartlint.config.yaml', () => text);
    else planner.notes.push(`${present} is there already and stays as it is`);
    if (hasEditor && present === undefined) {
      planner.change(CONFIG_SCHEMA, () => ownSchema('config'), true);
    }
  }
  if (hasEditor) await planEditor(planner, survey, parts.editor === 'vscode');
  if (parts.preCommit) {
    planner.change('.pre-commit-config.yaml', (before) =>
      mergePreCommit('.pre-commit-config.yaml', before, REPOSITORY, `v${VERSION}`),
    );
  }
  if (parts.workflow) {
    const action = `chartlint/chartlint@v${VERSION.split('.')[0]}`;
    planner.change(
      '.github/workflows/chartlint.yml',
      (before) => before ?? workflowFile(action, mainBranch(root) ?? 'main'),
    );
  }
  return { files: planner.files, notes: planner.notes };
}

async function planEditor(planner: Planner, survey: readonly SurveyedFile[], vscode: boolean): Promise<void> {
  const schemas = schemaFiles(survey);
  const unknown = survey.filter(({ chart }) => chart === undefined).map(({ file }) => file);
  if (unknown.length > 0) {
    const some = unknown.slice(0, 3).join(', ');
    const rest = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
    planner.notes.push(
      `no schema for ${some}${rest}: the chart is not known; "charts" in the configuration names it`,
    );
  }
  if (survey.length === 0) planner.notes.push('no values files were found, so no schemas are written');
  if (schemas.schemaOf.size === 0) return;
  const schemaOf = new Map(schemas.schemaOf);
  for (const { file, target, overlay, beside, provided } of schemas.wanted) {
    try {
      const text = await editorSchemaText(target, planner.root, {
        overlay,
        values: beside,
        provided,
        output: file,
      });
      planner.change(file, () => text, true);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      planner.notes.push(`no schema for ${target}: ${error.message}`);
      for (const [values, schema] of schemaOf) if (schema === file) schemaOf.delete(values);
    }
  }
  if (schemaOf.size === 0) return;
  if (vscode) planSettings(planner, survey, schemaOf);
  else {
    for (const [file, schema] of schemaOf) {
      planner.change(file, (before) => addModeline(file, before ?? '', schema));
    }
  }
}

function planSettings(
  planner: Planner,
  survey: readonly SurveyedFile[],
  schemaOf: ReadonlyMap<string, string>,
): void {
  const settings = {
    schemas: schemaGlobs(
      schemaOf,
      survey.map(({ file }) => file),
    ),
    customTags: customTags(survey.map(({ text }) => text)),
  };
  planner.change('.vscode/settings.json', (before) =>
    mergeSettings('.vscode/settings.json', before, settings),
  );
  planner.change('.vscode/extensions.json', (before) =>
    recommendExtension('.vscode/extensions.json', before),
  );
}

class Planner {
  readonly root: string;
  readonly files: PlannedFile[] = [];
  readonly notes: string[] = [];
  readonly #fileSystem: FileSystem;

  constructor(fileSystem: FileSystem, root: string) {
    this.#fileSystem = fileSystem;
    this.root = root;
  }

  /** Plans a change; a file that cannot be extended is left alone and noted. */
  change(file: string, edit: (before: string | undefined) => string, generated = false): void {
    const absolute = path.join(this.root, file);
    const isThere = this.#fileSystem.exists(absolute);
    const read = isThere ? readText(this.#fileSystem, absolute, file) : { text: undefined };
    if ('problem' in read) {
      this.notes.push(read.problem);
      return;
    }
    try {
      const after = edit(read.text);
      if (after !== read.text) this.files.push({ file, before: read.text, after, generated });
      else if (!generated) this.notes.push(`${file} has it already`);
    } catch (error) {
      if (!(error instanceof SetupProblem)) throw error;
      this.notes.push(error.message);
    }
  }
}
