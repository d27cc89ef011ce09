import { type Judged, judgedWarnings } from './judged-findings.ts';

/** The table of judged findings for `docs/corpus.md`, in Markdown. */
export function judgedTable(): string {
  const entries = Object.entries(judgedWarnings);
  const sum = (of: keyof Judged): number => entries.reduce((all, [, judged]) => all + judged[of], 0);
  const rows = entries.map(([id, judged]) => row(`\`${id}\``, judged));
  const total = row('all', { useful: sum('useful'), noise: sum('noise'), false: sum('false') });
  return `## Judged by hand

${sum('useful') + sum('noise') + sum('false')} warnings about public charts with their templates, drawn at random (\`src/dev/judged-findings.ts\`): is it true, and would the
author of the chart change something? The numbers are from before the false kinds, and the noise of tests, were mended. Most of the
noise of \`unknown-key\` comes from dependencies that are stored in another version than the chart asks for.

| rule | useful | noise | false | precision |
|---|---|---|---|---|
${[...rows, total].join('\n')}
`;
}

function row(name: string, judged: Judged): string {
  const all = judged.useful + judged.noise + judged.false;
  const precision = Math.round(((all - judged.false) / all) * 100);
  return `| ${name} | ${judged.useful} | ${judged.noise} | ${judged.false} | ${precision} % |`;
}
