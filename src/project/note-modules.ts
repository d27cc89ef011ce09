import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { FileSystem } from '../files/file-system.ts';

/** Endings that a specifier may leave out, or that stand for another one, in the order in which jiti tries them. */
const ENDINGS = ['', '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];
const SPECIFIER = /\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
const TEMPLATE = /`(?:[^`\\]|\\.)*`/g;
const COMMENT = /\/\*.*?\*\/|\/\/[^\n]*/gs;
/** What a program learns from anything but its own files. */
const OUTSIDE =
  /\b(?:process|globalThis|global|fetch|eval|Date|performance|XMLHttpRequest|Deno|Bun)\b|\bMath\s*\.\s*random\b|\bimport\s*\.\s*meta\b|\b(?:import|require)\s*\(\s*(?!'')|\bFunction\s*\(/;

/**
 * Takes note of a configuration or plugin that is a program, and of all that it imports: files by their content, packages by
 * their package.json. A program that may learn something from elsewhere (the environment, the clock, other files)
 * lets nothing be kept of the run. Does nothing in runs that nobody observes. Never throws.
 */
export function noteModules(files: FileSystem, specifier: string, from: string): void {
  if (files.refuse === undefined) return;
  const reason = noteModule(files, specifier, from, new Set());
  if (reason !== undefined) files.refuse?.(reason);
}

/** Why nothing may be kept; undefined when all is noted. */
function noteModule(
  files: FileSystem,
  specifier: string,
  from: string,
  seen: Set<string>,
): string | undefined {
  if (specifier === 'chartlint' || specifier.startsWith('chartlint/')) return undefined;
  if (isBuiltin(specifier))
    return `"${from}" imports ${specifier}, and what it learns from that cannot be seen`;
  if (!specifier.startsWith('.') && !path.isAbsolute(specifier)) return notePackage(files, specifier, from);
  const file = fileOf(files, path.resolve(path.dirname(from), specifier));
  if (file === undefined) return `"${from}" imports "${specifier}", which was not found`;
  if (seen.has(file)) return undefined;
  seen.add(file);
  const text = textOf(files, file);
  if (text === undefined || file.endsWith('.json')) return undefined;
  const outside = OUTSIDE.exec(codeOf(text))?.[0];
  if (outside !== undefined)
    return `"${file}" uses ${outside.trim()}, and what it learns from that cannot be seen`;
  for (const [, , name] of text.matchAll(SPECIFIER)) {
    const reason = noteModule(files, name!, file, seen);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** A package that is installed changes with its version; one that is linked changes at any time. */
function notePackage(files: FileSystem, specifier: string, from: string): string | undefined {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  for (let folder = path.dirname(from); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'node_modules', name, 'package.json');
    if (files.exists(manifest)) {
      files.readText(manifest);
      const isInstalled = files.real(manifest).includes(`${path.sep}node_modules${path.sep}`);
      return isInstalled ? undefined : `the package "${name}" is a link to a folder that may change`;
    }
    if (path.dirname(folder) === folder) return `"${from}" imports "${name}", which was not found`;
  }
}

function fileOf(files: FileSystem, file: string): string | undefined {
  const asSource = file.replace(/\.([cm]?)js$/, '.$1ts');
  return [...ENDINGS.map((ending) => file + ending), asSource].find((one) => files.kind(one) === 'file');
}

/** Undefined for a file that cannot be read: then nothing is kept, and whoever imports it says what is wrong. */
function textOf(files: FileSystem, file: string): string | undefined {
  try {
    return files.readText(file);
  } catch {
    return undefined;
  }
}

/** The text without comments and strings; of templates only what is computed in them. */
function codeOf(text: string): string {
  return text
    .replaceAll(TEMPLATE, (template) => ` ${/\$\{.*\}/s.exec(template)?.[0] ?? ''} `)
    .replaceAll(STRING, "''")
    .replaceAll(COMMENT, ' ');
}
