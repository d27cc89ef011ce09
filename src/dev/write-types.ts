import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const IMPORT = /(from |import\(|import )(['"])(\.[^'"]+)\.ts\2/g;

/**
 * Writes the declarations of the entry points (relative to `src/`) and of all that they need to the folder, and nothing
 * else. Imports end in `.js`, which every TypeScript resolves.
 */
export function writeTypes(root: string, entries: readonly string[], folder: string): void {
  const emitted = mkdtempSync(path.join(tmpdir(), 'chartlint-types-'));
  const config = path.join(emitted, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: emitted,
    rootDir: path.join(root, 'src'),
    rewriteRelativeImportExtensions: true,
    typeRoots: [path.join(root, 'node_modules', '@types')],
  };
  const files = entries.map((entry) => path.join(root, 'src', entry));
  writeFileSync(
    config,
    JSON.stringify({ extends: path.join(root, 'tsconfig.json'), compilerOptions, include: [], files }),
  );
  try {
    const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '-p', config], { stdio: ['ignore', 'inherit', 'inherit'] });
    const queue = [...entries];
    const seen = new Set(queue);
    for (const file of queue) {
      const name = file.replace(/\.ts$/, '.d.ts');
      const text = readFileSync(path.join(emitted, name), 'utf8');
      for (const [, , , target = ''] of text.matchAll(IMPORT)) {
        const next = path.posix.join(path.posix.dirname(file), `${target}.ts`);
        if (!seen.has(next)) queue.push(next);
        seen.add(next);
      }
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text.replaceAll(IMPORT, '$1$2$3.js$2'));
    }
  } finally {
    rmSync(emitted, { recursive: true });
  }
}
