import type { CheckInfo } from '../model/check-info.ts';
import { configChecks } from './config-checks.ts';
import { engineChecks } from './engine-checks.ts';
import { kubernetesChecks } from './kubernetes-checks.ts';
import { schemaChecks } from './schema-checks.ts';
import { templateChecks } from './template-checks.ts';
import { yamlChecks } from './yaml-checks.ts';

/** Every id that a report can contain and that is no rule, in the order in which a run comes to them. */
export const allChecks: readonly CheckInfo[] = [
  ...configChecks,
  ...yamlChecks,
  ...engineChecks,
  ...schemaChecks,
  ...templateChecks,
  ...kubernetesChecks,
];
