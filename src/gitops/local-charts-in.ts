import { path } from '../files/path.ts';
import type { LocalChart } from './repository.ts';

const PACKED = /^(.+?)-(v?\d+\.\d+\.\d+[^/]*)\.tgz$/;

/** The charts among files (absolute): those whose Chart.yaml says name and version, and archives that are named after both. */
export function localChartsIn(
  files: readonly string[],
  textOf: (file: string) => string | undefined,
): LocalChart[] {
  return files.flatMap((file): LocalChart[] => {
    const base = path.basename(file);
    const packed = PACKED.exec(base);
    if (packed !== null) return [{ folder: file, name: packed[1]!, version: packed[2]! }];
    if (base !== 'Chart.yaml') return [];
    const text = textOf(file) ?? '';
    const name = field(text, 'name');
    return name === undefined
      ? []
      : [{ folder: path.dirname(file), name, version: field(text, 'version') ?? '' }];
  });
}

function field(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*["']?([^\\s"'#]+)`, 'm').exec(text)?.[1];
}
