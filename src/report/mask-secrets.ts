import type { Finding } from '../model/finding.ts';
import type { Fix, TextEdit } from '../model/fix.ts';
import type { LintResult } from '../model/lint-result.ts';
import { maskText } from '../model/mask-text.ts';
import { secretsInText } from '../model/secrets-in-text.ts';
import { flagSource, type Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { maskSpans } from './mask-spans.ts';
import { quotedSecrets } from './quoted-secrets.ts';
import { secretFinder } from './secret-finder.ts';
import { shortenPointer, shortenText } from './shorten-text.ts';
import type { ShownResult } from './shown-result.ts';

/**
 * The result without the characters of secrets: `•` in every source text, in the name of a flag that carries one
 * (`--set password=…` is its own file name), and in the titles of fixes. A fix that would write or replace a secret keeps its
 * title and loses its edits. Offsets stay as they are. What a text says of a key or value of megabytes is shortened.
 */
export function maskSecrets(result: LintResult): ShownResult {
  const { secrets: known, ...rest } = result;
  const secrets = withShownSecrets(result, known ?? new Map());
  const { sources, names } = maskSources(result.sources, secrets);
  const shownOf = (source: Source): Source => {
    const name = names.get(source.id);
    return name === undefined ? source : flagSource(name);
  };
  const place = (span: Span): Span => ({ ...span, source: shownOf(span.source) });
  const finder = secretFinder(result.sources, secrets);
  const reveals = ({ span: { source, start, end }, text }: TextEdit): boolean =>
    text !== '' &&
    (finder.mask(text) !== text ||
      maskText(text) !== text ||
      result.sources.get(source.id)?.slice(start, end) !==
        sources.get(shownOf(source).id)?.slice(start, end));
  const fixed = ({ title, safe, edits }: Fix): Fix => ({
    title: shortenText(finder.mask(title)),
    safe,
    edits: edits.some(reveals) ? [] : edits.map(({ span, text }) => ({ span: place(span), text })),
  });
  const quoted = quotedSecrets(result.sources, secrets);
  const prose = new Map<string, string>();
  /** Findings say the same about many files. */
  const maskProse = (text: string): string => {
    const masked = prose.get(text) ?? maskText(text, 'prose');
    prose.set(text, masked);
    return masked;
  };
  const hide = (text: string, span: Span): string => shortenText(quoted(maskProse(text), span));
  const clean = ({ fix, ...finding }: Finding): Finding => ({
    ...finding,
    problem: hide(finding.problem, finding.span),
    ...(finding.why === undefined ? {} : { why: hide(finding.why, finding.span) }),
    ...(finding.help === undefined ? {} : { help: hide(finding.help, finding.span) }),
    path: shortenPointer(finding.path),
    span: place(finding.span),
    related: finding.related.map(({ span, message }) => ({
      span: place(span),
      message: hide(message, span),
    })),
    ...(fix === undefined ? {} : { fix: fixed(fix) }),
  });
  const masked: LintResult = {
    ...rest,
    sources,
    findings: result.findings.map(clean),
    suppressed: result.suppressed.map((entry) => ({ ...entry, finding: clean(entry.finding) })),
    secrets: new Map(Array.from(secrets, ([id, spans]) => [names.get(id) ?? id, spans.map(place)])),
  };
  return masked as ShownResult;
}

/**
 * The secrets of the result, and those that the texts show by themselves where findings show these: in files that do not parse,
 * in comments, in flags that are malformed.
 */
function withShownSecrets(
  { findings, suppressed, sources }: LintResult,
  known: ReadonlyMap<string, readonly Span[]>,
): ReadonlyMap<string, readonly Span[]> {
  const all = new Map(known);
  const shown = new Map<string, Source>();
  for (const { span, related } of [...findings, ...suppressed.map(({ finding }) => finding)]) {
    shown.set(span.source.id, span.source);
    for (const other of related) shown.set(other.span.source.id, other.span.source);
  }
  for (const [id, source] of shown) {
    const text = sources.get(id) ?? (source.kind === 'flag' ? id : '');
    const found = secretsInText(text);
    if (found.length > 0)
      all.set(id, [...(all.get(id) ?? []), ...found.map((range) => ({ ...range, source }))]);
  }
  return all;
}

/** The masked texts, and the masked names of files whose name is their text: flags. */
function maskSources(
  texts: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, readonly Span[]>,
): { sources: Map<string, string>; names: Map<string, string> } {
  const sources = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [id, text] of texts) {
    const masked = maskSpans(text, secrets.get(id) ?? []);
    if (id === text) names.set(id, masked);
    sources.set(id === text ? masked : id, masked);
  }
  // A flag whose text nobody kept.
  for (const [id, spans] of secrets) {
    if (!texts.has(id) && spans[0]?.source.kind === 'flag') names.set(id, maskSpans(id, spans));
  }
  return { sources, names };
}
