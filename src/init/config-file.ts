import type { SurveyedFile } from './surveyed-file.ts';

/** A first `chartlint.config.yaml`: what holds without it, and the usual things to change as comments. */
export function configFile(files: readonly SurveyedFile[], schema: string | undefined): string {
  const modeline = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${modeline}# What chartlint checks. Run it with: npx chartlint
extends: recommended # or strict: every rule; production: stricter about what runs in production

# rules: # npx chartlint rules lists them
#   mutable-image-tag: error # off, on, info, warning, error

# overrides:
#   - files: ['**/*prod*']
#     environment: production

${charts(files)}
# provided: [database.password] # set at deploy time, so not missing
# ignore: [vendor/**]
`;
}

/** Files whose chart is not known can be given one here, so they are named. */
function charts(files: readonly SurveyedFile[]): string {
  const unknown = files.filter(({ chart }) => chart === undefined).map(({ file }) => file);
  const known = files.map(({ chart }) => chart?.target).find((target) => target !== undefined);
  const listed = unknown.length === 0 ? ['deploy/**'] : unknown.slice(0, MOST_FILES);
  const lead = unknown.length === 0 ? '' : '# The chart of these files is not known; name it here.\n';
  return [
    `${lead}# charts: # which chart a file is for, where nothing else says so`,
    `#   - files: [${listed.map((file) => JSON.stringify(file)).join(', ')}]`,
    `#     chart: ${known ?? 'charts/shop'} # a chart directory, or the name of a chart that chartlint knows`,
    '',
  ].join('\n');
}

const MOST_FILES = 5;
