import type { ParseProblem } from '../parse/parse-problem.ts';
import { frameText, type RenderFailure } from './render-failure.ts';

/** What Helm makes of a template that Go cannot parse: the place and the last part of the error (cleanupParseError). */
export function helmParseError({ text }: ParseProblem): string {
  const parts = text.split(': ');
  return `parse error at (${parts[1]}): ${parts.at(-1)}`;
}

/** The failure as Helm of this major version writes it (cleanupExecError of Helm 3, reformatExecErrorMsg of Helm 4). */
export function helmFailure(failure: RenderFailure, helm: 3 | 4): string {
  const { frames, kind, reason } = failure;
  const [outer] = frames;
  if (outer === undefined) return reason;
  if (kind === 'fail' || kind === 'required') {
    return `execution error at (${outer.place.file}:${outer.line}:${outer.column}): ${reason}`;
  }
  return (helm === 4 && inSeveralLines(failure)) || failure.text;
}

/** Helm 4 lays out errors that are made of nothing but template errors; undefined for others. */
function inSeveralLines({ frames, kind, reason }: RenderFailure): string | undefined {
  const parts: string[] = [];
  for (const [i, frame] of frames.entries()) {
    const inner = frames
      .slice(i + 1)
      .map(frameText)
      .join('');
    const part = layOut(frameText(frame).slice('template: '.length) + inner);
    if (part === undefined) return undefined;
    if (part !== parts.at(-1)) parts.push(part);
    const isLast = i === frames.length - 1;
    // What a function says for itself is no template error, but for a template that is not there.
    if (!isLast && !frame.says.endsWith(': ')) return undefined;
    if (!isLast && /^error calling tpl: ./.test(frame.says)) return undefined;
    if (isLast && frame.says.startsWith('error calling ')) {
      if (kind !== 'undefined' || !reason.startsWith('template: no template ')) return undefined;
      parts.push(`${reason}\n`);
    }
  }
  return parts.join('').trim();
}

/** parseTemplateExecutingAtErrorType of Helm's pkg/engine/engine.go. */
function layOut(error: string): string | undefined {
  const executing = error.indexOf(': executing "');
  const name = error.slice(executing + ': executing "'.length);
  const endQuote = name.indexOf('"');
  const after = name.slice(endQuote + 1);
  const at = after.indexOf('>: ');
  if (executing < 0 || endQuote < 0 || !after.startsWith(' at <') || at < 0) return undefined;
  const message = after.slice(at + '>: '.length);
  const cut = message.indexOf(' template:');
  const node = after.slice(' at <'.length, at);
  return [
    `${error.slice(0, executing)}\n  `,
    `executing "${name.slice(0, endQuote)}" at <${node}>:\n    `,
    `${cut < 0 ? message : message.slice(0, cut)}\n`,
  ].join('');
}
