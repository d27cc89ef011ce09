/** What reads a project, in its folder; `why` asks for the key at the top of the values file. */
export function everyCommand(key: string, file: string): readonly (readonly string[])[] {
  return [
    [],
    ['--format', 'json'],
    ['--fix', '--diff'],
    ['values', '.'],
    ['render', '--chart', '.'],
    ['schema', '.'],
    ['types', '.'],
    ['why', key, file],
  ];
}
