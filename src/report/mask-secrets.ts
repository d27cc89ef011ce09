import type { Finding } from '../model/finding.ts';
import type { Fix, TextEdit } from '../model/fix.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import { isFileOnDisk } from './file-kind.ts';
import { maskSpans } from './mask-spans.ts';
import { secretFinder } from './secret-finder.ts';

/**
 * The result without the characters of secrets: `•` in every source text, in the name of a flag that carries one
 * (`--set password=…` is its own file name), and in the titles of fixes. A fix that would write or replace a secret keeps its
 * title and loses its edits. Offsets stay as they are. Every format begins with this; a second time changes nothing.
 */
export function maskSecrets(result: LintResult): LintResult {
  const { secrets, ...rest } = result;
  if (secrets === undefined || secrets.size === 0) return result;
  const { sources, names } = maskSources(result.sources, secrets);
  const nameOf = (file: string): string => names.get(file) ?? file;
  const place = (span: Span): Span => ({ ...span, file: nameOf(span.file) });
  const finder = secretFinder(result.sources, secrets);
  const reveals = ({ span: { file, start, end }, text }: TextEdit): boolean =>
    text !== '' &&
    (finder.mask(text) !== text ||
      result.sources.get(file)?.slice(start, end) !== sources.get(nameOf(file))?.slice(start, end));
  const fixed = ({ title, safe, edits }: Fix): Fix => ({
    title: finder.mask(title),
    safe,
    edits: edits.some(reveals) ? [] : edits.map(({ span, text }) => ({ span: place(span), text })),
  });
  const clean = ({ fix, ...finding }: Finding): Finding => ({
    ...finding,
    span: place(finding.span),
    related: finding.related.map(({ span, message }) => ({ span: place(span), message })),
    ...(fix === undefined ? {} : { fix: fixed(fix) }),
  });
  return {
    ...rest,
    sources,
    findings: result.findings.map(clean),
    suppressed: result.suppressed.map((entry) => ({ ...entry, finding: clean(entry.finding) })),
  };
}

/** The masked texts, and the masked names of files whose name is their text: flags. */
function maskSources(
  texts: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, readonly Span[]>,
): { sources: Map<string, string>; names: Map<string, string> } {
  const sources = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [file, text] of texts) {
    const masked = maskSpans(text, secrets.get(file) ?? []);
    if (file === text) names.set(file, masked);
    sources.set(file === text ? masked : file, masked);
  }
  // A flag whose text nobody kept.
  for (const [file, spans] of secrets) {
    if (!texts.has(file) && !isFileOnDisk(file)) names.set(file, maskSpans(file, spans));
  }
  return { sources, names };
}
