import type { CheckId, ManifestCheckName } from '../model/check-id.ts';
import type { CheckInfo } from '../model/check-info.ts';
import { configChecks, type ownConfigChecks } from './config-checks.ts';
import { driftChecks } from './drift-checks.ts';
import { engineChecks } from './engine-checks.ts';
import { gitopsChecks } from './gitops-checks.ts';
import { kubernetesChecks } from './kubernetes-checks.ts';
import { manifestValueChecks } from './manifest-value-checks.ts';
import { chartSchemaChecks, schemaChecks } from './schema-checks.ts';
import { templateChecks } from './template-checks.ts';
import { yamlChecks } from './yaml-checks.ts';

const written = [
  ...yamlChecks,
  ...engineChecks,
  ...schemaChecks,
  ...chartSchemaChecks,
  ...templateChecks,
  ...driftChecks,
  ...gitopsChecks,
  ...manifestValueChecks,
] as const;

type Written = (typeof written)[number]['id'] | (typeof ownConfigChecks)[number]['id'];
/** Those that are made: for the configuration one of each check of a schema; for Kubernetes from tables that are complete. */
type Made = `config/${(typeof schemaChecks)[number]['name']}` | `kubernetes/${string}`;
type Unexplained = Exclude<Exclude<CheckId, `kubernetes/${ManifestCheckName}`>, Written | Made>;

/** Every id that a report can contain and that is no rule, in the order in which a run comes to them. Without an explanation of each it does not compile. */
export const allChecks: [Unexplained] extends [never] ? readonly CheckInfo[] : Unexplained = [
  ...configChecks,
  ...written,
  ...kubernetesChecks,
];
