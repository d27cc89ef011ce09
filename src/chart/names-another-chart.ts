import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';

/** Files beside values that say which chart the values are for. */
const TELLING = /^(?:kustomization|helmfile|.*helm-?release.*|.*application.*|.*helm-?chart.*)\.ya?ml$/i;
const MOST_TEXT = 256 * 1024;

/** Whether a kustomization, a HelmRelease, an Application or their like beside a file names charts, and not this one. */
export function namesAnotherChart(
  files: FileSystem,
  folder: string,
  chart: { readonly name: string; readonly chartNames: readonly string[] },
): boolean {
  const named = chartsNamedIn(files, folder);
  const own = new Set([chart.name, ...chart.chartNames]);
  return named.length > 0 && !named.some((name) => own.has(name));
}

function chartsNamedIn(files: FileSystem, folder: string): string[] {
  let names: readonly string[] = [];
  try {
    names = files.list(folder).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    // Standard input has no folder.
  }
  return names
    .filter((name) => TELLING.test(name))
    .flatMap((name) => {
      const text = files.readText(path.join(folder, name));
      if (text.length > MOST_TEXT) return [];
      const charts = [...text.matchAll(/^[ \t]*(?:-[ \t]+)?chart:[ \t]*["']?([^\s"'#]+)/gm)];
      const inflated = /^helmCharts:/m.test(text)
        ? [...text.matchAll(/^[ \t]+(?:-[ \t]+)?name:[ \t]*["']?([^\s"'#]+)/gm)]
        : [];
      return [...charts, ...inflated].flatMap(([, chart = '']) => chart.split('/').at(-1) ?? []);
    });
}
