import { parsePointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import { pathMatcher } from '../model/path-pattern.ts';
import type { Override, RuleSetting, SeveritySetting } from './config.ts';
import { fileMatcher } from './file-pattern.ts';

/** A preset, the body of the configuration, or one of its overrides, ready to ask. */
export interface SettingsLayer {
  readonly settings: ReadonlyMap<
    string,
    { readonly severity: SeveritySetting; readonly options?: JsonObject }
  >;
  /** Whether it is about every file and every path. */
  readonly isForAll: boolean;
  /** Takes a file relative to the folder of the config file. */
  hasFile(file: string): boolean;
  /** Takes a JSON Pointer; undefined for a layer that is about every path. */
  readonly hasPath: ((pointer: string) => boolean) | undefined;
  /** Whether the value at the JSON Pointer is supplied at deploy time. */
  provides(pointer: string): boolean;
}

/** Compiles the globs and patterns of a part of the configuration. */
export function settingsLayer({ files, paths, rules = {}, provided = [] }: Override): SettingsLayer {
  return {
    settings: partsOf(rules),
    isForAll: files === undefined && paths === undefined,
    hasFile: files === undefined ? () => true : fileMatcher(files),
    hasPath: paths === undefined ? undefined : pointerMatcher(paths),
    provides: pointerMatcher(provided),
  };
}

function partsOf(rules: NonNullable<Override['rules']>): SettingsLayer['settings'] {
  const settings = new Map<string, ReturnType<typeof parts>>();
  for (const id in rules) settings.set(id, parts(rules[id]!));
  return settings;
}

function parts(setting: RuleSetting): { severity: SeveritySetting; options?: JsonObject } {
  if (typeof setting === 'string') return { severity: setting };
  const [severity, options] = setting;
  return { severity, options };
}

/** As `pathMatcher`, for JSON Pointers. */
export function pointerMatcher(patterns: readonly string[]): (pointer: string) => boolean {
  const matches = pathMatcher(patterns);
  return patterns.length === 0 ? () => false : (pointer) => matches(parsePointer(pointer));
}
