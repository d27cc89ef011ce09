const NAMES: Readonly<Record<string, readonly string[]>> = {
  month: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  'day of the week': ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};
const FIELDS: readonly (readonly [name: string, least: number, most: number])[] = [
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day of the month', 1, 31],
  ['month', 1, 12],
  ['day of the week', 0, 6],
];
const WORDS = ['yearly', 'annually', 'monthly', 'weekly', 'daily', 'midnight', 'hourly'];
const DURATION = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

/**
 * What is wrong with a schedule, as the end of "schedule "x" …"; undefined when nothing is. As robfig/cron v3 `ParseStandard`
 * reads it: five fields, or one of the words.
 */
export function cronProblem(schedule: string): string | undefined {
  if (schedule.startsWith('@')) return wordProblem(schedule.slice(1));
  const fields = schedule
    .trim()
    .split(/\s+/)
    .filter((field) => field !== '');
  if (fields.length !== 5) {
    return `has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, not the 5 of minute, hour, day, month, weekday`;
  }
  for (const [i, field] of fields.entries()) {
    for (const part of field.split(',')) {
      if (part === '') continue;
      const problem = partProblem(part, FIELDS[i]!);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function wordProblem(word: string): string | undefined {
  if (word.startsWith('every '))
    return DURATION.test(word.slice(6)) ? undefined : 'has no duration after "@every"';
  return WORDS.includes(word) ? undefined : `is none of ${WORDS.map((known) => `@${known}`).join(', ')}`;
}

function partProblem(
  part: string,
  [name, least, most]: readonly [string, number, number],
): string | undefined {
  const [range, step, ...more] = part.split('/');
  if (more.length > 0) return `has two "/" in its ${name}`;
  if (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0))
    return `has the step "${step}" in its ${name}`;
  const ends = range!.split('-');
  if (ends.length > 2) return `has two "-" in its ${name}`;
  if (ends[0] === '*' || ends[0] === '?')
    return ends.length === 1 ? undefined : `has a range from "*" in its ${name}`;
  const numbers = ends.map((end) => numberOf(end, name));
  for (const [i, number] of numbers.entries()) {
    if (number === undefined) return `has "${ends[i]}" as its ${name}`;
    if (number < least || number > most)
      return `has ${number} as its ${name}, which goes from ${least} to ${most}`;
  }
  return numbers.length === 2 && numbers[0]! > numbers[1]!
    ? `has a range that ends before it begins in its ${name}`
    : undefined;
}

function numberOf(text: string, field: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = NAMES[field]?.indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? undefined : field === 'month' ? index + 1 : index;
}
