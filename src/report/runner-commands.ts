/**
 * What runners take for a command wherever it stands in a line: `##[error]` of GitHub and Azure, `##vso[task.setvariable …]` of Azure
 * (azure-pipelines-agent, `Command.cs`), `##teamcity[…]`. Twice as long as any name of them.
 */
const COMMAND = /##([a-z]{0,16})\[/gi;

/** The text with each of them taken apart by what is written for the bracket, or before it. */
export function withoutRunnerCommands(text: string, bracket = ' ['): string {
  return text.includes('##') ? text.replaceAll(COMMAND, (_, name: string) => `##${name}${bracket}`) : text;
}
