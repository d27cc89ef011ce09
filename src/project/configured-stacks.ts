import type { Stack } from '../config/config.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { LintOptions } from './lint-options.ts';
import { stacksOfPattern } from './stacks-of-pattern.ts';

/** A stack of the configuration with its paths made absolute. */
export interface ConfiguredStack {
  readonly stack: Stack;
  /** Weakest first. */
  readonly files: readonly string[];
  /** Where its chart would lie; undefined without one. */
  readonly chartDirectory: string | undefined;
}

/**
 * The stacks of the configuration that a run is about: those with a file or their chart at or below one of the inputs, or
 * among the files that the inputs stand for, and with `changed` those of which something changed. Throws a UsageError for
 * a stack that names nothing.
 */
export function configuredStacks(
  { cwd, inputs, settings, stdin }: Pick<LintOptions, 'cwd' | 'inputs' | 'settings' | 'stdin'>,
  found: ReadonlySet<string>,
  changed: ReadonlySet<string> | undefined,
): ConfiguredStack[] {
  if (settings?.stacks === undefined || stdin !== undefined) return [];
  const { folder } = settings;
  const roots = (inputs.length === 0 ? ['.'] : inputs).map((input) => path.resolve(cwd, input));
  const isMeant = ({ files, chartDirectory }: ConfiguredStack): boolean => {
    const parts = [...files, ...(chartDirectory === undefined ? [] : [chartDirectory])];
    const anchors = parts.length === 0 ? [folder] : parts;
    return anchors.some((file) => found.has(file) || roots.some((root) => isAtOrBelow(file, root)));
  };
  const hasChanged = ({ files, chartDirectory }: ConfiguredStack): boolean =>
    changed === undefined ||
    files.some((file) => changed.has(file)) ||
    (chartDirectory !== undefined && [...changed].some((file) => isAtOrBelow(file, chartDirectory)));
  return settings.stacks
    .flatMap((stack) =>
      stacksOfPattern(
        stack,
        [...found].map((file) => shownPath(file, folder)),
      ),
    )
    .map((stack) => absoluteStack(stack, folder))
    .filter((stack) => isMeant(stack) && hasChanged(stack));
}

/** Throws a UsageError for a stack that names nothing. */
export function absoluteStack(stack: Stack, folder: string): ConfiguredStack {
  const { name, chart, values = [] } = stack;
  if (chart === undefined && values.length === 0) {
    throw new UsageError(`stacks in the configuration: "${name}" names neither a chart nor values files`);
  }
  return {
    stack,
    files: values.map((file) => path.resolve(folder, file)),
    chartDirectory: chart === undefined ? undefined : path.resolve(folder, chart),
  };
}
