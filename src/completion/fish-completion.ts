import type { CommandShape, Completes, FlagShape } from './command-shape.ts';

/** A script for fish. */
export function fishCompletion(commands: readonly CommandShape[]): string {
  const names = commands.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return `# fish completion for chartlint, written by: chartlint completion fish
# Put into ~/.config/fish/completions/chartlint.fish
function __chartlint_in
    set -l words (commandline -opc)
    set -l command ''
    contains -- "$words[2]" ${names.join(' ')}
    and set command $words[2]
    test "$command" = "$argv[1]"
end
complete -c chartlint -f
${commands.map((command) => lines(command).join('\n')).join('\n')}
`;
}

function lines({ name, description, flags, argument }: CommandShape): string[] {
  const when = quoted(`__chartlint_in ${name ?? '""'}`);
  const first = quoted('test (count (commandline -opc)) -eq 1');
  return [
    ...(name === undefined ? [] : [`complete -c chartlint -n ${first} -a ${name} -d ${quoted(description)}`]),
    ...(argument.words.length > 0 || argument.files
      ? [`complete -c chartlint -n ${when}${values(argument)}`]
      : []),
    ...flags.map((flag) => `complete -c chartlint -n ${when}${flagSpec(flag)}`),
  ];
}

function flagSpec({ names, description, value, completes }: FlagShape): string {
  const shapes = names.map((name) =>
    name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`,
  );
  // For fish a value that is optional stands behind an equals sign only; words alone do not make it a must.
  const takes = value === 'required' ? ` -r${completes.files ? '' : ' -f'}` : '';
  return `${shapes.join('')}${takes}${value === 'none' ? '' : values(completes)} -d ${quoted(description)}`;
}

function values({ words, files }: Completes): string {
  return `${files ? ' -F' : ''}${words.length > 0 ? ` -a ${quoted(words.join(' '))}` : ''}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\n', ' ').replaceAll(/[\\']/g, '\\$&')}'`;
}
