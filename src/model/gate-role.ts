import type { ValuesPath } from './values-path.ts';

/** A switch that decides whether sections of the values are read at all. */
export interface GateRole {
  readonly path: ValuesPath;
  readonly on: boolean;
  /** What nothing reads while the switch is off. */
  readonly sections: readonly ValuesPath[];
  /** Whether the switch is the `enabled` of its own section, so that nobody can overlook it. */
  readonly isOwn: boolean;
}
