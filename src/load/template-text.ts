import type { Statement } from '../model/statement.ts';
import type { Place } from './finding-log.ts';

/** Longer template actions are cut short in messages. */
const SHOW_AT_MOST = 60;

/** The template action that starts at the offset (`{{ .Release.Name }}`), with what to tell its author. */
export function templateTextAt(text: string, start: number): (Place & Statement) | undefined {
  if (start < 0 || !text.startsWith('{{', start)) return undefined;
  const lineEnd = start + text.slice(start, start + 1000).search(/[\r\n]|$/);
  const close = text.indexOf('}}', start);
  const end = close === -1 || close > lineEnd ? lineEnd : close + 2;
  const action = text.slice(start, end).trimEnd();
  const shown = action.length > SHOW_AT_MOST ? `${action.slice(0, SHOW_AT_MOST)}…` : action;
  return {
    start,
    end: start + action.length,
    problem: `${JSON.stringify(shown)} is template text, but Helm runs no templates in values`,
    why: 'Unquoted it starts a YAML map.',
    help: 'Quote the whole value and let the chart render it with "tpl", or write the value itself.',
  };
}
