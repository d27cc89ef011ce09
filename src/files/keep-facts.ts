import type { Recorded } from './facts.ts';
import { emptyRows, type KeptFacts, type KeptFolder, keptPath } from './kept-facts.ts';
import { path } from './path.ts';
import type { PathKind } from './path-kind.ts';
import { writeRow } from './stat-row.ts';

/** What a run asked, in the form in which it is compared in the next run: a folder stands for the names in it. */
export function keepFacts(recorded: Recorded, cwd: string): { facts: KeptFacts; rows: Float64Array } {
  const files: [string, string][] = [];
  const folders = new Map<string, { names?: string; readonly entries: [string, PathKind][] }>();
  const links: [string, PathKind][] = [];
  const real: [string, string][] = [];
  const sizes: [string, number][] = [];
  const folderAt = (folder: string): { names?: string; readonly entries: [string, PathKind][] } => {
    const known = folders.get(folder) ?? { entries: [] };
    folders.set(folder, known);
    return known;
  };
  for (const [ask, file, answer] of recorded.facts) {
    if (ask === 'content') files.push([file, answer]);
    else if (ask === 'names') folderAt(file).names = answer;
    else if (ask === 'size') sizes.push([keptPath(file, cwd), Number(answer)]);
    else if (ask === 'real') real.push([keptPath(file, cwd), answer]);
    else if (recorded.links.has(file)) links.push([keptPath(file, cwd), answer as PathKind]);
    else folderAt(path.dirname(file)).entries.push([path.basename(file), answer as PathKind]);
  }
  const facts: KeptFacts = {
    cwd,
    files: files.map(([file, content]) => [keptPath(file, cwd), content]),
    folders: Array.from(
      folders,
      ([folder, known]): KeptFolder => ({ folder: keptPath(folder, cwd), ...known }),
    ),
    links,
    real,
    sizes,
    unlisted: [...recorded.unlisted],
  };
  const rows = emptyRows(facts);
  const places = [...files.map(([file]) => file), ...folders.keys()];
  for (const [row, place] of places.entries()) {
    writeRow(rows, row, recorded.stats.get(place), recorded.start);
  }
  return { facts, rows };
}
