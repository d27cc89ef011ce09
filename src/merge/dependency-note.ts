import type { ChartDependency } from '../model/chart.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** What became of a dependency, or what Helm warned about. */
export interface DependencyNote {
  readonly kind:
    | 'missing'
    | 'off-by-tags'
    | 'off-by-condition'
    /** Helm logs a warning and goes on as if the path or the tag were not there. */
    | 'tag-not-boolean'
    /** The chart has a condition, and nothing sets any of its paths: the dependency is always on. */
    | 'condition-unset'
    /** A path of the condition is set, but one before it decides. */
    | 'condition-shadowed'
    | 'condition-not-boolean'
    /** `import-values` names something that is no map in the subchart: nothing is imported. */
    | 'import-not-a-table'
    /** The chart's own values.yaml sets all that `import-values` brings. */
    | 'import-shadowed';
  /** The chart that has the dependency: names joined by dots with a dot at the end, empty for the top. */
  readonly chart: string;
  readonly dependency: ChartDependency;
  /** The value that decided, in the values of the release. */
  readonly at?: ValuesPath;
  /** The value that decides instead. */
  readonly by?: ValuesPath;
}
