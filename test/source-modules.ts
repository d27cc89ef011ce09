import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'rolldown/utils';

/** A module below `src/`, as it is written. */
export interface SourceModule {
  /** Below `src/`, with forward slashes. */
  readonly file: string;
  /** The first part of the path: a folder, or `index.ts`. */
  readonly folder: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports or exports again, types and `import()` included, as it is written. */
  readonly imports: readonly string[];
  /** The modules below `src/` among them. */
  readonly targets: readonly string[];
}

const root = fileURLToPath(new URL('../src', import.meta.url));

/** Every module below `src/`. */
export function sourceModules(): SourceModule[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((name) => {
      const file = name.split(path.sep).join('/');
      const text = readFileSync(path.join(root, name), 'utf8');
      const imports = importsOf(file, text);
      const targets = imports
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.normalize(path.posix.join(path.posix.dirname(file), target)))
        .filter((target) => !target.startsWith('..'));
      const lines = text.trimEnd().split('\n').length;
      return { file, folder: file.split('/')[0] ?? '', text, lines, imports, targets };
    });
}

function importsOf(file: string, text: string): string[] {
  const parsed = parseSync(file, text);
  const { staticImports, staticExports } = parsed.module;
  const found = staticImports.map(({ moduleRequest }) => moduleRequest.value);
  for (const { entries } of staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest !== null) found.push(moduleRequest.value);
  }
  // The syntax tree is dear: only few modules have what it takes it for.
  if (text.includes('import(')) {
    new Visitor({
      ImportExpression({ source }) {
        if (source.type === 'Literal') found.push(String(source.value));
      },
      TSImportType({ source }) {
        found.push(source.value);
      },
    }).visit(parsed.program);
  }
  return found;
}

/** The groups of modules that import each other in a circle, each sorted. Tarjan's strongly connected components. */
export function importCycles(modules: readonly Pick<SourceModule, 'file' | 'targets'>[]): string[][] {
  const targetsOf = new Map(modules.map(({ file, targets }) => [file, targets]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    lowest.set(file, index);
    open.push(file);
    for (const target of targetsOf.get(file) ?? []) {
      if (!targetsOf.has(target)) continue;
      if (target === file) cycles.push([file]);
      if (!order.has(target)) lowest.set(file, Math.min(lowest.get(file)!, visit(target)));
      else if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, order.get(target)!));
    }
    if (lowest.get(file) === index) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1) cycles.push(group.sort());
    }
    return lowest.get(file)!;
  };
  for (const { file } of modules) if (!order.has(file)) visit(file);
  return cycles;
}
