import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser';
import { insertLast } from './insert-last.ts';
import { SetupProblem } from './planned-file.ts';

/** What goes into the settings of VS Code for its YAML extension. */
export interface EditorSettings {
  /** Globs of values files by the path of their schema. */
  readonly schemas: ReadonlyMap<string, readonly string[]>;
  /** Tags that the values files use: `!vault scalar`. */
  readonly customTags: readonly string[];
}

/**
 * `.vscode/settings.json` with `yaml.schemas` and `yaml.customTags` added to what is there; comments, order and layout stay.
 * Throws a SetupProblem when the file is not JSON with comments.
 */
export function mergeSettings(file: string, before: string | undefined, settings: EditorSettings): string {
  let text = startOf(before);
  const root = treeOf(file, text);
  for (const [schema, globs] of settings.schemas) {
    // VS Code reads the dotted key only, and so do we.
    text = extend(text, root(text), ['yaml.schemas', schema], globs);
  }
  if (settings.customTags.length > 0) {
    text = extend(text, root(text), ['yaml.customTags'], settings.customTags);
  }
  return text;
}

/** `.vscode/extensions.json` with the extension that reads those settings recommended. */
export function recommendExtension(file: string, before: string | undefined): string {
  const text = startOf(before);
  const root = treeOf(file, text)(text);
  if (strings(root, ['unwantedRecommendations']).includes(EXTENSION)) return text;
  return extend(text, root, ['recommendations'], [EXTENSION]);
}

const EXTENSION = 'redhat.vscode-yaml';

function startOf(before: string | undefined): string {
  return before === undefined || before.trim() === '' ? '{}\n' : before;
}

function treeOf(file: string, original: string): (text: string) => Node {
  const parse = (text: string): Node => {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true });
    if (tree?.type === 'object' && errors.length === 0) return tree;
    throw new SetupProblem(
      `${file} is not JSON with comments, so nothing is added to it. Mend it and run init again.`,
    );
  };
  parse(original);
  return parse;
}

/** Adds what is missing to a list of strings; a single string becomes a list. */
function extend(text: string, root: Node, path: JSONPath, wanted: readonly string[]): string {
  const missing = wanted.filter((item) => !strings(root, path).includes(item));
  if (missing.length === 0) return text;
  const formattingOptions = layoutOf(text);
  const parent = findNodeAtLocation(root, path.slice(0, -1));
  const present = findNodeAtLocation(root, path);
  if (present?.type === 'array' && present.children?.length) {
    return insertLast(
      text,
      present,
      missing.map((item) => JSON.stringify(item)),
      formattingOptions,
    );
  }
  if (present === undefined && parent?.type === 'object' && parent.children?.length) {
    const value = JSON.stringify(
      missing,
      null,
      formattingOptions.insertSpaces ? formattingOptions.tabSize : '\t',
    );
    return insertLast(text, parent, [`${JSON.stringify(path.at(-1))}: ${value}`], formattingOptions);
  }
  const all = [...strings(root, path), ...missing];
  return applyEdits(text, modify(text, path, all, { formattingOptions }));
}

function strings(root: Node, path: JSONPath): string[] {
  const value = valueAt(root, path);
  return [value].flat().filter((item) => typeof item === 'string');
}

function valueAt(root: Node, path: JSONPath): unknown {
  let value: unknown = getNodeValue(root);
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

function layoutOf(text: string): { tabSize: number; insertSpaces: boolean; eol: string } {
  const [, indent = '  '] = /^([ \t]+)["}\]]/m.exec(text) ?? [];
  return {
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    insertSpaces: !indent.startsWith('\t'),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
