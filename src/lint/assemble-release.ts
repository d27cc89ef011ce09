import type { FlagProblem } from '../merge/flag-problem.ts';
import { type MergedChart, mergeChart } from '../merge/merge-chart.ts';
import { mergeLayers } from '../merge/merge-layers.ts';
import type { MergedLayers } from '../merge/merged-layers.ts';
import type { Finding } from '../model/finding.ts';
import { isAmong, isUserLayer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import type { RenderedFacts } from '../model/rendered-facts.ts';
import { recognize } from '../recognize/recognize.ts';
import { conflictFindings } from './conflict-findings.ts';
import { dependencyFindings } from './dependency-findings.ts';
import { nullsThatKeep } from './nulls-that-keep.ts';
import type { ReleaseInput } from './release-input.ts';

/** A release that is ready to lint, and what merging its layers has found. */
export interface AssembledRelease {
  readonly release: Release;
  /** The release's values, with what merging knows beyond what rules need. */
  readonly values: MergedLayers;
  /** The chart with its values and the charts below it; undefined when the chart is not on disk. */
  readonly root: MergedChart | undefined;
  /** The charts below that are turned on, with the values that Helm hands to each. */
  readonly subcharts: readonly MergedChart[];
  readonly findings: readonly Finding[];
}

/** Merges the layers and recognizes what the effective values mean. */
export function assembleRelease(input: ReleaseInput): AssembledRelease {
  const { files, chart, detectedBy, context } = input;
  const { values, root, findings } = merge(input);
  const roles = recognize(values.data, chart, context);
  return {
    release: { files, chart, detectedBy, values, context, roles },
    values,
    root,
    subcharts: root?.subcharts ?? [],
    findings: [...values.problems.map(flagFinding), ...findings],
  };
}

/** The release with what its templates make of the values, on which roles rest then. */
export function withRendered(
  assembled: AssembledRelease,
  rendered: RenderedFacts | undefined,
): AssembledRelease {
  if (rendered === undefined) return assembled;
  const { release } = assembled;
  const roles = recognize(release.values.data, release.chart, release.context, rendered);
  return { ...assembled, release: { ...release, roles, rendered } };
}

type Merged = Pick<AssembledRelease, 'values' | 'root' | 'findings'>;

function merge({ tree, layers, helmVersion, files, chart }: ReleaseInput): Merged {
  const templates = () => chart?.templates;
  if (tree === undefined) {
    const values = mergeLayers(layers, { helmVersion });
    return { values, root: undefined, findings: conflictFindings({ values, warnings: [] }, templates) };
  }
  const merged = mergeChart(tree.chart, layers.filter(isUserLayer), { helmVersion });
  const isOwn = isAmong(tree.chart.values, files);
  return {
    values: merged.values,
    root: merged.root,
    findings: [
      ...dependencyFindings(merged, tree, isOwn),
      ...conflictFindings(merged, templates),
      ...(isOwn ? nullsThatKeep(tree.chart.values, merged.values) : []),
    ],
  };
}

function flagFinding({ refused, ...found }: FlagProblem): Finding {
  return { rule: 'flag/set', severity: refused ? 'error' : 'warning', ...found, path: '', related: [] };
}
