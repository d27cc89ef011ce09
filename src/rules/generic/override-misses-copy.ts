import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { isUserLayer, type Layer } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { aliasCopies } from '../alias-copies.ts';
import { listWords } from '../list-words.ts';
import { overwrittenDefaults } from '../overwritten-defaults.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'override-misses-copy',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'An override changes a default of which the chart has copies that keep the old value.',
    why: "A YAML alias and Helm's import-values copy a default when the chart is read, before any values file is laid over it. The override reaches the original alone, and what the templates read in the other places stays as it was.",
    source:
      'YAML 1.2, section 7.1; Helm, pkg/chart/v2/util/dependencies.go (import-values takes no values of the user).',
  },
  examples: {
    bad: [
      { values: 'tag: "2"\n', defaults: 'tag: &tag "1"\nweb:\n  tag: *tag\n' },
      { values: 'common:\n  port: 81\n', defaults: 'common: &common\n  port: 80\nweb: *common\n' },
    ],
    good: [
      { values: 'tag: "2"\nweb:\n  tag: "2"\n', defaults: 'tag: &tag "1"\nweb:\n  tag: *tag\n' },
      { values: 'web:\n  tag: "2"\n', defaults: 'tag: &tag "1"\nweb:\n  tag: *tag\n' },
      { values: 'tag: "1"\n', defaults: 'tag: &tag "1"\nweb:\n  tag: *tag\n' },
    ],
  },
  *check(release) {
    const ofAliases = new Map<Layer, (path: ValuesPath) => readonly ValuesPath[]>();
    for (const layer of release.values.layers) {
      if (isUserLayer(layer)) continue;
      const copies = aliasCopies(layer);
      if (copies !== undefined) ofAliases.set(layer, copies);
    }
    const isOther: Parameters<typeof overwrittenDefaults>[1] = (written, now, before) =>
      now !== before && !isJsonObject(written) && !isJsonObject(before);
    for (const { path } of overwrittenDefaults(release, isOther)) {
      if (!release.values.changedByUser(path)) continue;
      const aliases = Array.from(ofAliases, ([layer, copies]) =>
        copies(path.slice(layer.scope.length)).map((at) => [...layer.scope, ...at]),
      ).flat();
      yield* missed(
        release,
        path,
        aliases,
        'is an alias of it in the chart, which copies when the file is read',
      );
      yield* missed(
        release,
        path,
        release.values.importsOf(path),
        'is imported from it by the chart, before values files count',
      );
    }
  },
});

function* missed(
  release: Release,
  path: ValuesPath,
  copies: readonly ValuesPath[],
  why: string,
): Iterable<Fact> {
  const { values, chart } = release;
  const before = JSON.stringify(values.defaultAt(path));
  const kept = copies.filter(
    (copy) =>
      !isUserWritten(release, copy) &&
      JSON.stringify(valueAt(values.data, copy)) === before &&
      chart?.templates?.reads(copy) !== false,
  );
  const [first, ...others] = kept;
  if (first === undefined) return;
  const names = listWords(kept.map(formatPath), 'and', 3);
  yield {
    at: path,
    problem: `this changes ${formatPath(path)} alone`,
    why: `${names} ${others.length === 0 ? 'keeps' : 'keep'} the chart's default, since ${formatPath(first)} ${why}.`,
    help: `Set ${others.length === 0 ? 'it' : 'them'} too if ${others.length === 0 ? 'it' : 'they'} shall follow.`,
    related: [{ at: first, part: 'key', message: 'the copy' }],
  };
}
