import { closestId } from '../config/closest-id.ts';
import type { Policy } from '../config/policy.ts';
import type { EngineCheckId } from '../model/check-id.ts';

import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Severity } from '../model/severity.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { type Directive, VERBS } from './parse-directive.ts';

/**
 * What is wrong with a `# chartlint-…` comment.
 * @param unused the ids it names that hid nothing; `*` for a comment without names.
 */
export function reportDirective(
  directive: Directive,
  unused: readonly string[],
  text: string,
  policy: Policy,
): Finding[] {
  const { verb, word, names, reason, span } = directive;
  if (verb === undefined) return [unknownWord(word, span)];
  const findings = unknownNames(names, text, policy);
  if (policy.requireReason && verb !== 'enable' && reason === undefined) {
    findings.push(
      finding(
        'suppression/missing-reason',
        'error',
        {
          problem: `"# ${word}" does not say why`,
          why: 'The configuration requires a reason.',
          help: `Add it after "--": "# ${word} rule -- reason".`,
        },
        span,
      ),
    );
  }
  // A rule that is off finds nothing, so nobody can tell whether the comment would hide something.
  const needless = unused.filter((id) => id === '*' || (policy.ids.has(id) && policy.isOn(id)));
  const isLocked = needless.every((id) => id !== '*' && !policy.mayHide(id));
  if (needless.length > 0) findings.push(needlessNames(directive, needless, text, isLocked));
  return findings;
}

function unknownWord(word: string, span: Span): Finding {
  const words = VERBS.map((verb) => `chartlint-${verb}`);
  const meant = closestId(word, words);
  const advice = meant === undefined ? `Known are ${words.join(', ')}.` : `Did you mean "# ${meant}"?`;
  return finding(
    'suppression/unknown-comment',
    'warning',
    { problem: `"# ${word}" is no comment that chartlint knows`, why: 'It hides nothing.', help: advice },
    { ...span, end: Math.min(span.end, span.start + `# ${word}`.length) },
  );
}

const MOST_SUGGESTED = 50;

/** One finding for each probable typo; words that resemble no rule are together one more, for they are a reason without its "--". */
function unknownNames(names: Directive['names'], text: string, policy: Policy): Finding[] {
  const unknown = names.filter(({ id }) => !policy.ids.has(id));
  // In a comment with more names than that nobody meant them all.
  const closest = new Map<string, string | undefined>();
  for (const { id } of unknown)
    if (closest.size < MOST_SUGGESTED && !closest.has(id)) closest.set(id, closestId(id, policy.ids));
  const words = unknown.filter(({ id }) => closest.get(id) === undefined);
  const findings = unknown.flatMap(({ id, span }) => {
    const meant = closest.get(id);
    if (meant === undefined) return [];
    return [
      finding(
        'suppression/unknown-rule',
        'warning',
        {
          problem: `No rule is called "${id}"`,
          why: 'This hides nothing.',
          help: `Did you mean "${meant}"?`,
        },
        span,
      ),
    ];
  });
  const first = words[0]?.span;
  const last = words.at(-1)?.span;
  if (first === undefined || last === undefined) return findings;
  const span = { ...first, end: last.end };
  const said = {
    problem: `No rule is called "${text.slice(span.start, span.end)}"`,
    why: 'This hides nothing.',
    help: 'Write a reason after "--"; "chartlint rules" lists the rules.',
  };
  return [...findings, finding('suppression/unknown-rule', 'warning', said, span)];
}

function needlessNames(
  { word, names, verb, span }: Directive,
  needless: readonly string[],
  text: string,
  isLocked: boolean,
): Finding {
  const all = needless.length === Math.max(1, names.length);
  const left = names.filter(({ id }) => !needless.includes(id));
  const quoted = needless.map((id) => `"${id}"`).join(', ');
  const what = verb === 'enable' ? 'ends no suppression' : 'hides nothing';
  const comment = `# ${word}${names.length === 0 ? '' : ` ${names.map(({ id }) => id).join(', ')}`}`;
  const said = {
    problem: all ? `"${comment}" ${what}` : `"# ${word}" ${what} by ${quoted}`,
    why: isLocked
      ? 'The configuration lets no comment hide it.'
      : 'It could hide a mistake that somebody makes later.',
    help: all ? 'Delete the comment.' : 'Take the name out.',
  };
  const namesSpan = { ...span, start: names[0]?.span.start ?? 0, end: names.at(-1)?.span.end ?? 0 };
  // Not safe: a run with other flags may still find what the comment hides.
  const fix: Fix = all
    ? { title: 'Delete the comment', safe: false, edits: [{ span: wholeComment(span, text), text: '' }] }
    : {
        title: `Take out ${quoted}`,
        safe: false,
        edits: [{ span: namesSpan, text: left.map(({ id }) => id).join(', ') }],
      };
  return { ...finding('suppression/unused', 'warning', said, span), fix };
}

/** The comment with the white space before it, and with its line when nothing else is there. */
function wholeComment(span: Span, text: string): Span {
  let { start, end } = span;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const isAlone = start === 0 || /[\r\n\uFEFF]/.test(text[start - 1]!);
  if (isAlone) end += /^[ \t]*(?:\r\n|\r|\n)?/.exec(text.slice(end, end + 1024))?.[0].length ?? 0;
  return { ...span, start, end };
}

function finding(rule: EngineCheckId, severity: Severity, said: Statement, span: Span): Finding {
  return { rule, severity, ...said, span, path: '', related: [] };
}
