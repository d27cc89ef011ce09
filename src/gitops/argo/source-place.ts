import type { Finding } from '../../model/finding.ts';
import type { Layer } from '../../model/layer.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { ChartReference } from '../chart-reference.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { OpenSource } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import type { EffectiveHelm } from './effective-helm.ts';
import type { RefSources } from './ref-sources.ts';

/** What the releases of a `spec` have in common. */
export interface ApplicationContext {
  readonly kind: 'Application' | 'ApplicationSet';
  readonly name: string;
  readonly repository: Repository;
}

/** What the layers of one source need to know. */
export interface SourceContext extends ApplicationContext {
  /** Where the `spec` stands. */
  readonly spec: ValuesPath;
  readonly refs: RefSources;
}

/** Layers of one kind, and what is wrong with them. */
export interface SourceLayers {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  /** What cannot be read here. */
  readonly open?: readonly OpenSource[];
  /** Files that they come from, absolute. */
  readonly files?: readonly string[];
  /** Values that only the cluster knows. */
  readonly unknown?: readonly ValuesPath[];
  /** Values of which a finding says already what is wrong. */
  readonly mistaken?: readonly ValuesPath[];
}

/** Parts of a source, for whoever makes layers of them. */
export interface SourcePlace {
  readonly object: ManifestObject;
  readonly at: ValuesPath;
  readonly helm: EffectiveHelm;
  readonly chart: ChartReference | undefined;
  readonly context: SourceContext;
}
