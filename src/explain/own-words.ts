import type { Description } from './description.ts';

/** What only advice starts with, whatever stands before it. */
const DO = 'add|choose|give|keep|leave|remove|write';
const VERBS = `${DO}|allow|begin|call|change|check|copy|create|delete|drop|enable|disable|lower|make|move|name|pass|put|quote|raise|rename|replace|select|set|start|switch|take|turn|use`;
/** Where advice starts: a sentence or part of one with a verb in front, or what follows from the words before it. */
const ADVICE = new RegExp(`(?:^|[.;] +|, so (?:also )?)(?=(?:${VERBS})\\b)|[:,] +(?=(?:${DO})\\b)`, 'i');

/** What the author says: up to a semicolon or full stop what is wrong, then why, and what to do. */
export function ownWords(message: string): Pick<Description, 'about' | 'advice'> & { wrong: string } {
  const text = message.trim().replace(/\.$/, '');
  const [, wrong = text, rest] = /^(.*?[^;.])(?:;|\.) +(\S.*)$/s.exec(text) ?? [];
  if (rest === undefined) return { wrong: text };
  const start = ADVICE.exec(rest);
  if (start === null) return { wrong, about: sentence(rest) };
  const about = rest.slice(0, start.index);
  return {
    wrong,
    ...(about === '' ? {} : { about: sentence(about) }),
    advice: sentence(rest.slice(start.index + start[0].length)),
  };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
