import { type Judged, type JudgedDraw, judgedDraws } from './judged-findings.ts';

/** The tables of judged findings for `docs/corpus.md`, in Markdown. */
export function judgedTable(): string {
  return `## Judged by hand

Warnings about public charts with their templates, drawn at random (\`src/dev/judged-findings.ts\`): is it true, and would the author of
the chart change something? The numbers are from before what they showed was mended.
${judgedDraws.map(tableOf).join('')}`;
}

function tableOf({ of, since, judged }: JudgedDraw): string {
  const entries = Object.entries(judged);
  const sum = (what: keyof Judged): number => entries.reduce((all, [, one]) => all + one[what], 0);
  const all = { useful: sum('useful'), noise: sum('noise'), false: sum('false') };
  const rows = [...entries.map(([id, one]) => row(`\`${id}\``, one)), row('all', all)];
  return `
### ${all.useful + all.noise + all.false} of ${of}

${since}

| rule | useful | noise | false | precision |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function row(name: string, judged: Judged): string {
  const all = judged.useful + judged.noise + judged.false;
  const precision = Math.round(((all - judged.false) / all) * 100);
  return `| ${name} | ${judged.useful} | ${judged.noise} | ${judged.false} | ${precision} % |`;
}
