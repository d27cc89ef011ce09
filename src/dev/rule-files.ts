import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../model/rule.ts';

/** A file below `src/rules` that holds a rule, as it lies on disk. */
export interface RuleFile {
  /** Below `src/rules`, with forward slashes. */
  readonly file: string;
  /** The name of the rule where it is imported. */
  readonly variable: string;
  /** The id that its place says: the name of the file, behind the name of the chart for a rule about one chart. */
  readonly id: string;
}

/** A rule and the file that declares it. */
export interface LoadedRule extends RuleFile {
  readonly rule: Rule;
}

/** The files of all rules, in the order of their paths. */
export function ruleFiles(root: string): RuleFile[] {
  const folder = path.join(root, 'src', 'rules');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(path.join(folder, entry.name)).map((file) => `${entry.name}/${file}`))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, variable: variableOf(file), id: file.slice(0, -3).replace(/^generic\//, '') }));
}

/** Loads every rule from its own file. Throws an Error that names the file that holds none, or one with another id. */
export async function loadRuleFiles(root: string): Promise<LoadedRule[]> {
  const loaded: LoadedRule[] = [];
  for (const one of ruleFiles(root)) {
    const { rule } = (await import(pathToFileURL(path.join(root, 'src', 'rules', one.file)).href)) as {
      rule?: Rule;
    };
    if (rule === undefined) throw new Error(`src/rules/${one.file} exports no "rule"`);
    if (rule.id !== one.id) {
      throw new Error(`src/rules/${one.file} holds the rule "${rule.id}": its place says "${one.id}"`);
    }
    loaded.push({ ...one, rule });
  }
  return loaded;
}

function variableOf(file: string): string {
  return file.replace(/\.ts$/, '').replaceAll(/[/-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
