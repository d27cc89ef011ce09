import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shippedChart } from '../../src/chart/known-chart.ts';
import { createPolicy } from '../../src/config/policy.ts';
import { chartFolders } from '../../src/dev/chart-folders.ts';
import { loadShippedChart } from '../../src/generated/shipped-charts.ts';
import { lintProject } from '../../src/lint/lint-project.ts';
import { loadValues } from '../../src/load/load-values.ts';
import { toPointer } from '../../src/model/json-pointer.ts';
import type { JsonValue } from '../../src/model/json-value.ts';
import { LineIndex } from '../../src/model/line-index.ts';
import { fileSource } from '../../src/model/source.ts';
import type { ValuesPath } from '../../src/model/values-path.ts';
import { mutations } from './constraints.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Block style, one key per line, so that each key has a line of its own; the line of the last key is the value's. */
function yamlFor(path: ValuesPath, value: JsonValue): { text: string; line: number } {
  const lines: string[] = [];
  path.forEach((segment, depth) => {
    const indent = '  '.repeat(depth);
    const last = depth === path.length - 1;
    const key = typeof segment === 'number' ? '-' : `${JSON.stringify(segment)}:`;
    lines.push(`${indent}${key}${last ? ` ${JSON.stringify(value)}` : ''}`);
  });
  return { text: `${lines.join('\n')}\n`, line: lines.length };
}

describe.each(chartFolders(root).map(({ name }) => name))(
  '%s: every constraint is reported where it is broken',
  (name) => {
    it('finds each wrong value at its own key', async () => {
      const chart = await shippedChart(name);
      const json = chart.schema?.json();
      const cases = mutations(json ?? {});
      expect(Object.hasOwn(loadShippedChart, name)).toBe(true);
      expect(cases.length).toBeGreaterThan(50);
      const missed: string[] = [];
      for (const { path, keyword, value } of cases) {
        const { text, line } = yamlFor(path, value);
        const { document } = loadValues(fileSource('values.yaml'), text);
        if (document === undefined) throw new Error(`not readable: ${text}`);
        const { findings } = lintProject({
          releases: [
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
          ],
          policy: createPolicy({ rules: [], checks: [] }),
          findings: [],
          sources: new Map([['values.yaml', text]]),
          comments: new Map(),
          files: 1,
        });
        const pointer = toPointer(path);
        const lines = new LineIndex(text);
        const hit = findings.some(
          (finding) =>
            (finding.path === pointer || finding.path.startsWith(`${pointer}/`)) &&
            finding.rule.startsWith('schema/') &&
            lines.positionAt(finding.span.start).line === line,
        );
        if (!hit)
          missed.push(
            `${pointer} ${keyword} ${JSON.stringify(value)}: ${findings.map((f) => `${f.rule} ${f.path}`).join('; ')}`,
          );
      }
      expect(missed).toEqual([]);
    });
  },
);
