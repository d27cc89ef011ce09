import { type CommandShape, type Completes, flagNames } from './command-shape.ts';

/** A script for bash 3.2 and later, without the package bash-completion. */
export function bashCompletion(commands: readonly CommandShape[]): string {
  const named = commands.filter(({ name }) => name !== undefined);
  const lint = commands.find(({ name }) => name === undefined);
  const names = named.map(({ name }) => name).join(' ');
  return `# bash completion for chartlint, written by: chartlint completion bash
# Put into ~/.bashrc: source <(chartlint completion bash)
_chartlint() {
  local IFS=$' \\t\\n' current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local command= flags= words= files=
  COMPREPLY=()
  # Bash takes --format=json for three words.
  if [ "$current" = = ]; then
    current=
  elif [ "$previous" = = ]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [ "$COMP_CWORD" -gt 1 ]; then
    case \${COMP_WORDS[1]} in ${named.map(({ name }) => name).join(' | ')}) command=\${COMP_WORDS[1]} ;; esac
  fi
  case "$command" in
${commands.map((command) => commandCase(command)).join('\n')}
  esac
  case "$command $previous" in
${commands.flatMap(valueCases).join('\n')}
  *)
    case $current in
    -*) words=$flags files= ;;
    *) [ "$COMP_CWORD" -gt 1 ] || words="$words ${names}" ;;
    esac
    ;;
  esac
  local match
  while IFS= read -r match; do
    [ -z "$match" ] || COMPREPLY+=("$match")
  done < <(
    [ -z "$words" ] || compgen -W "$words" -- "$current"
    [ -z "$files" ] || compgen -f -- "$current"
  )
  [ -z "$files" ] || compopt -o filenames 2>/dev/null
}
complete -F _chartlint chartlint
`;

  function commandCase(command: CommandShape): string {
    const pattern = command === lint ? "''" : command.name;
    return `  ${pattern}) flags=${quoted(flagNames(command).join(' '))} ${assignments(command.argument)} ;;`;
  }
}

/** After a flag only its value can come. */
function valueCases({ name = '', flags }: CommandShape): string[] {
  return flags
    .filter(({ value, completes }) => value === 'required' || completes.words.length > 0)
    .map(({ names, completes }) => {
      const patterns = names.map((flag) => quoted(`${name} ${flag}`)).join(' | ');
      return `  ${patterns}) ${assignments(completes)} ;;`;
    });
}

function assignments({ words, files }: Completes): string {
  return `words=${quoted(words.join(' '))} files=${files ? 'yes' : ''}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
