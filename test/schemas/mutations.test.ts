import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shippedChart } from '../../src/chart/known-chart.ts';
import { createPolicy } from '../../src/config/policy.ts';
import { chartFolders } from '../../src/dev/chart-folders.ts';
import { lintRelease } from '../../src/lint/lint-release.ts';
import { settleProject } from '../../src/lint/settle-project.ts';
import { loadValues } from '../../src/load/load-values.ts';
import { toPointer } from '../../src/model/json-pointer.ts';
import { LineIndex } from '../../src/model/line-index.ts';
import { fileSource } from '../../src/model/source.ts';
import { mutations } from './constraints.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Mutation = ReturnType<typeof mutations>[number];

/** Block style, one key per line, so that each key has a line of its own; the lines of the last keys are the values'. */
function yamlFor(cases: readonly Mutation[]): { text: string; lines: readonly number[] } {
  const written: string[] = [];
  const lines = cases.map(({ path, value }) => {
    path.forEach((segment, depth) => {
      const last = depth === path.length - 1;
      const key = typeof segment === 'number' ? '-' : `${JSON.stringify(segment)}:`;
      written.push(`${'  '.repeat(depth)}${key}${last ? ` ${JSON.stringify(value)}` : ''}`);
    });
    return written.length;
  });
  return { text: `${written.join('\n')}\n`, lines };
}

/** Groups of at most as many cases as there are top-level keys, no two below the same one: they cannot get into each other's way. */
function groupsOf(cases: readonly Mutation[]): Mutation[][] {
  const groups: Mutation[][] = [];
  const next = new Map<string, number>();
  for (const one of cases) {
    const key = String(one.path[0]);
    const at = next.get(key) ?? 0;
    next.set(key, at + 1);
    groups[at] = [...(groups[at] ?? []), one];
  }
  return groups;
}

/** The states that are written as a whole, and the newest of each chart: what lies between is made of these. */
const states = chartFolders(root)
  .filter(({ name, isWhole }, i, all) => isWhole || all[i + 1]?.name !== name)
  .map(({ name, state }) => `${name}@${state}`);

describe.each(states)('%s: every constraint is reported where it is broken', (id) => {
  it('finds each wrong value at its own key', async () => {
    const chart = await shippedChart(id);
    const json = chart.schema?.json();
    const cases = mutations(json ?? {});
    expect(cases.length).toBeGreaterThan(50);
    // What is not found in company is looked for once more alone.
    const hidden: Mutation[] = [];
    for (const group of groupsOf(cases)) hidden.push(...(await missedIn(chart, group)));
    const missed: Mutation[] = [];
    for (const one of hidden) missed.push(...(await missedIn(chart, [one])));
    expect(missed).toEqual([]);
  });
});

/** The cases that are not reported at their own keys when the values break all of them. */
async function missedIn(
  chart: Awaited<ReturnType<typeof shippedChart>>,
  cases: readonly Mutation[],
): Promise<Mutation[]> {
  const { text, lines } = yamlFor(cases);
  const { document } = loadValues(fileSource('values.yaml'), text);
  if (document === undefined) throw new Error(`not readable: ${text}`);
  const policy = createPolicy({ rules: [], checks: [] });
  const release = await lintRelease(
    {
      id: { source: 'values.yaml' },
      name: 'values.yaml',
      files: [document.source],
      layers: [
        chart.defaults,
        { kind: 'values-file', label: 'values.yaml', data: document.data, document, scope: [] },
      ],
      chart: chart.profile,
      detectedBy: 'flag',
      schema: chart.schema,
      tree: undefined,
      context: { cluster: {} },
    },
    policy,
  );
  const sources = new Map([['values.yaml', text]]);
  const { findings } = settleProject(
    { releases: [release], reading: [], sources, comments: new Map(), files: 1 },
    policy,
  );
  const index = new LineIndex(text);
  return cases.filter(({ path }, i) => {
    const pointer = toPointer(path);
    return !findings.some(
      (finding) =>
        (finding.path === pointer || finding.path.startsWith(`${pointer}/`)) &&
        finding.rule.startsWith('schema/') &&
        index.positionAt(finding.span.start).line === lines[i],
    );
  });
}
