/** Inputs that are passed on as a flag with their value. */
const FLAGS: Readonly<Record<string, string>> = {
  config: '--config',
  chart: '--chart',
  environment: '--env',
  cni: '--cni',
  'helm-version': '--helm-version',
  preset: '--preset',
  baseline: '--baseline',
  'fail-on': '--fail-on',
  'max-warnings': '--max-warnings',
};

/**
 * The command line that the inputs of the Action stand for. `input` gives the text of an input, empty when it is not set;
 * `paths` and `more`, the input `args`, come with their line ends.
 */
export function actionArguments(input: (name: string) => string, paths: string, more = ''): string[] {
  const args = words(paths);
  for (const [name, flag] of Object.entries(FLAGS)) {
    if (input(name) !== '') args.push(flag, input(name));
  }
  if (input('plugins') === 'false') args.push('--no-plugins');
  if (input('inline-config') === 'false') args.push('--no-inline-config');
  const changed = input('changed-only');
  if (changed === 'true') args.push('--changed');
  else if (changed !== '' && changed !== 'false') args.push(`--changed=${changed}`);
  if (input('changed-lines') === 'true') args.push('--changed-lines');
  if (input('cache') === 'true') args.push('--cache');
  else if (input('cache') !== '' && input('cache') !== 'false') args.push('--cache-location', input('cache'));
  args.push(...words(more));
  args.push('--format', input('format') === '' ? 'github' : input('format'));
  if (input('sarif-file') !== '') args.push('--format', `sarif=${input('sarif-file')}`);
  return args;
}

/** Paths are separated by line ends, so that they may hold spaces; on one line, by spaces. */
function words(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return (lines.length > 1 ? lines : text.split(/\s+/)).filter((word) => word !== '');
}
