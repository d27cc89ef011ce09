import type { Fix, TextEdit } from '../model/fix.ts';
import type { FixProposal } from '../model/fix-proposal.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { atAlias } from '../model/span.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { type EntryEdits, insertEntry, moveEntry, removeEntry } from './entry-edits.ts';

/** The text edits of a proposal; undefined when one of its parts is not written, or shares its lines with other text. */
export function placeFix(proposal: FixProposal, values: MergedValues): Fix | undefined {
  const parts = [
    ...(proposal.replace ?? []).map((replacement) => replaceText(replacement, values)),
    ...(proposal.remove ?? []).map((path) => removeEntry(path, values)),
    ...(proposal.insert ?? []).map(({ at, text }) => insertEntry(at, text, values)),
    ...(proposal.move ?? []).map(({ from, to }) => moveEntry(from, to, values)),
  ];
  const edits: TextEdit[] = [];
  const paths = new Set<string>();
  for (const part of parts) {
    if (part === undefined) return undefined;
    edits.push(...part.edits);
    for (const path of part.paths) paths.add(toPointer(path));
  }
  return { title: proposal.title, safe: proposal.safe, edits, paths: [...paths] };
}

function replaceText(
  { at, part, text }: NonNullable<FixProposal['replace']>[number],
  values: MergedValues,
): EntryEdits | undefined {
  const { span, written, layer } = values.locate(at, part ?? 'value');
  // A parameter is no YAML.
  if (!written || layer?.words !== undefined) return undefined;
  const encode = layer?.document?.encode;
  const piece = encode === undefined ? text : encode(text);
  if (piece === undefined) return undefined;
  const renamed: ValuesPath[] = part === 'key' ? [[...at.slice(0, -1), keyIn(text)]] : [];
  // What an alias stands for stays as it is: others share it.
  return { edits: [{ span: atAlias(span), text: piece }], paths: [at, ...renamed] };
}

/** The key that a text as written in YAML stands for. */
function keyIn(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  try {
    return text.startsWith('"') ? String(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}
