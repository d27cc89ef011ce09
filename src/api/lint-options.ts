import type { Config } from '../config/config.ts';
import type { FlagKind } from '../merge/apply-flag.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { TextFile } from './text-file.ts';

/** How texts are linted. */
export interface LintTextsOptions {
  /** Name of a chart that chartlint knows (`colonyos`); without it and `schema` the chart is found by the keys of each file. */
  readonly chart?: string;
  /** A JSON Schema of the values, of any draft from 4 on. */
  readonly schema?: JsonSchema;
  /** The chart's own values.yaml: what the files are laid over. Of a known chart it is known. */
  readonly defaults?: TextFile;
  /** Values files laid over each linted one, as `helm -f` does. */
  readonly overlays?: readonly TextFile[];
  /** `--set` flags, `image.tag=1.2`. */
  readonly set?: readonly string[];
  /** Flags of any kind that Helm has (`set-string`, `set-json`, `set-file` …), laid over `set` in this order. */
  readonly sets?: readonly { readonly kind: FlagKind; readonly text: string }[];
  /**
   * What lies around the files: the files of their chart (Chart.yaml, values.schema.json, templates, charts below), other
   * schemas, texts that `set-file` names. A chart is found by its Chart.yaml as on a disk.
   */
  readonly around?: readonly TextFile[];
  /** What `chartlint.config.*` would hold. Plugins are given as objects: there is no place to load names from. */
  readonly config?: Config;
}
