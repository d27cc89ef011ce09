import type { CommandShape, Completes, FlagShape } from './command-shape.ts';

/** A script for zsh: a file `_chartlint` on the `fpath`, or sourced after `compinit`. */
export function zshCompletion(commands: readonly CommandShape[]): string {
  const named = commands.filter(({ name }) => name !== undefined);
  const lint = commands.find(({ name }) => name === undefined);
  return `#compdef chartlint
# zsh completion for chartlint, written by: chartlint completion zsh
# Put into ~/.zshrc, below compinit: source <(chartlint completion zsh)
_chartlint() {
  local -a commands
  commands=(
${named.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  local command=\${words[2]}
  if (( CURRENT > 2 )) && [[ -n \${commands[(r)$command:*]} ]]; then
    shift words
    (( CURRENT-- ))
  else
    (( CURRENT == 2 )) && _describe -t commands command commands
    command=
  fi
  case $command in
${commands
  .map(
    (command) =>
      `  ${command === lint ? "''|*" : command.name})\n    _arguments -s -S ${specs(command)}\n    ;;`,
  )
  .sort(lintLast)
  .join('\n')}
  esac
}
if [[ $funcstack[1] == _chartlint ]]; then
  _chartlint "$@"
else
  compdef _chartlint chartlint
fi
`;
}

/** The pattern for linting takes everything. */
function lintLast(a: string, b: string): number {
  return Number(a.startsWith("  ''")) - Number(b.startsWith("  ''"));
}

function specs({ flags, argument }: CommandShape): string {
  return [...flags.map(flagSpec), quoted(`*:${argumentSpec(argument, 'argument')}`)].join(' \\\n      ');
}

function flagSpec(flag: FlagShape): string {
  const { names, description, value, completes } = flag;
  const colons = value === 'optional' ? '::' : ':';
  const suffix = value === 'none' ? '' : `${colons}${argumentSpec(completes, 'value')}`;
  return names
    .map((name) => {
      // A value may follow a long flag behind an equals sign as well.
      const shape = value === 'none' || !name.startsWith('--') ? name : `${name}=`;
      return quoted(`*${shape}[${plain(description)}]${suffix}`);
    })
    .join(' ');
}

function argumentSpec({ words, files }: Completes, message: string): string {
  const alternatives = [
    ...(words.length > 0
      ? [`"words:word:(${words.map((word) => word.replaceAll(/[:\\]/g, '\\$&')).join(' ')})"`]
      : []),
    ...(files ? ['"files:file:_files"'] : []),
  ];
  if (alternatives.length === 0) return `${message}: `;
  // The space in front keeps _arguments from handing its own options on.
  return words.length > 0 && files
    ? `${message}: _alternative ${alternatives.join(' ')}`
    : `${message}:${files ? '_files' : `(${words.join(' ')})`}`;
}

/** Brackets and colons mean something in a specification. */
function plain(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
