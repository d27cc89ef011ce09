import path from 'node:path';
import type { Config, Plugin } from '../config/config.ts';
import { type PluginProblem, pluginProblem, prefixed } from '../config/prefix-plugin.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Statement } from '../model/statement.ts';
import type { Limits } from '../model/user-limits.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { guardPlugin } from './guard-plugin.ts';
import { guardProcess } from './guard-process.ts';
import { inTime } from './in-time.ts';
import { ModuleProblem } from './module-problem.ts';
import { optionsProblem } from './options-problem.ts';
import { reasonOf } from './reason-of.ts';

/** What is wrong with one entry of `plugins`, and where the entry is. */
export interface FailedPlugin extends Statement {
  readonly at: ValuesPath;
}

const COST = 'None of its rules ran, so what they would find is not known; all other findings stand.';

/**
 * Loads the plugins that the configuration file names or holds. Their rules come with the prefix. One that fails costs only
 * itself. Never throws.
 */
export async function loadPlugins(
  files: FileSystem,
  entries: Config['plugins'],
  configFile: string,
  limits: Limits,
): Promise<{ plugins: Plugin[]; failed: FailedPlugin[] }> {
  const plugins: Plugin[] = [];
  const failed: FailedPlugin[] = [];
  for (const [i, entry] of (entries ?? []).entries()) {
    const name = typeof entry === 'string' ? entry : path.basename(configFile);
    const { plugin, said } = await loadPlugin(files, entry, configFile, plugins, limits);
    if (plugin !== undefined) plugins.push(plugin);
    else
      failed.push({
        at: ['plugins', i],
        problem: `plugin "${name}" ${said.problem}`,
        why: said.why === undefined ? COST : `${said.why} ${COST}`,
        help: said.help ?? 'Mend the plugin, or take it out of "plugins".',
      });
  }
  return { plugins, failed };
}

type LoadedPlugin =
  | { readonly plugin: Plugin; readonly said?: undefined }
  | { readonly plugin?: undefined; readonly said: PluginProblem };

async function loadPlugin(
  files: FileSystem,
  entry: string | Plugin,
  configFile: string,
  others: readonly Plugin[],
  limits: Limits,
): Promise<LoadedPlugin> {
  try {
    const plugin = typeof entry === 'string' ? await loadNamed(files, entry, configFile, limits) : entry;
    // To look at it may run its code.
    const wrong = inTime(limits.pluginRule, () => pluginProblem(plugin, others));
    const said = wrong ?? (await optionsProblem(plugin as Plugin));
    return said === undefined ? { plugin: prefixed(guardPlugin(plugin as Plugin, limits)) } : { said };
  } catch (error) {
    if (error instanceof ModuleProblem) return { said: error.said };
    return { said: { problem: 'cannot be read', why: reasonOf(error) } };
  }
}

async function loadNamed(
  files: FileSystem,
  name: string,
  configFile: string,
  { pluginRule: most }: Limits,
): Promise<unknown> {
  guardProcess(name, path.resolve(path.dirname(configFile), name));
  // Not every run has a use for threads.
  const { loadInTime } = await import('./load-in-time.ts');
  const { importModule } = await import('./import-module.ts');
  return loadInTime(() => importModule(files, name, configFile, { most }), name, most);
}
