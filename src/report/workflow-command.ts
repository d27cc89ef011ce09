import { withoutRunnerCommands } from './runner-commands.ts';
import { visibleText } from './visible-text.ts';

/**
 * A command to the GitHub runner, `::error file=a,line=1::text`, escaped as its parser undoes it (actions/runner,
 * `ActionCommand.cs`). Properties without a value are left out.
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  data: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${[name, list.join(',')].filter((part) => part !== '').join(' ')}::${escapeData(data)}`;
}

/** A line of log that the runner takes for no command: it reads `::` at the start and `##[` anywhere. */
export function logLine(text: string): string {
  return withoutRunnerCommands(visibleText(text)).replace(/^(\s*):(?=:)/, '$1: ');
}

function escapeData(text: string): string {
  const escaped = visibleText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return withoutRunnerCommands(escaped);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
