import path from 'node:path';
import type { Config, Plugin } from '../config/config.ts';
import { pluginProblem, prefixed } from '../config/prefix-plugin.ts';
import type { FileSystem } from '../files/file-system.ts';
import { UsageError } from '../files/usage-error.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { importModule } from './import-module.ts';

/** What is wrong with one entry of `plugins`. */
export interface PluginProblem {
  readonly rule: 'config/plugin';
  readonly at: ValuesPath;
  readonly message: string;
}

/** Loads the plugins that the configuration file names or holds. Their rules come with the prefix. Never throws. */
export async function loadPlugins(
  files: FileSystem,
  entries: Config['plugins'],
  configFile: string,
): Promise<{ plugins: Plugin[]; problems: PluginProblem[] }> {
  const plugins: Plugin[] = [];
  const problems: PluginProblem[] = [];
  for (const [i, entry] of (entries ?? []).entries()) {
    const name = typeof entry === 'string' ? entry : path.basename(configFile);
    try {
      const plugin = typeof entry === 'string' ? await importModule(files, entry, configFile) : entry;
      const message = pluginProblem(plugin, plugins);
      if (message !== undefined) throw new UsageError(`"${name}" ${message}`);
      plugins.push(prefixed(plugin as Plugin));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push({ rule: 'config/plugin', at: ['plugins', i], message: `The plugin ${error.message}.` });
    }
  }
  return { plugins, problems };
}
