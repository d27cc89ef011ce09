import type { CheckInfo } from '../model/check-info.ts';

/** What `chartlint drift` says, of what belongs to a chart and differs. */
export const driftChecks = [
  {
    id: 'drift/readme-unknown-key',
    severity: 'warning',
    summary: 'A table of the README describes a value that the chart does not have.',
    why: 'Who follows the table sets something that has no effect. Most often the value was renamed or removed.',
  },
  {
    id: 'drift/readme-default',
    severity: 'warning',
    summary: 'A table of the README names another default than values.yaml has.',
    why: 'Who relies on the table gets something else.',
  },
  {
    id: 'drift/readme-type',
    severity: 'warning',
    summary: 'A table of the README names another type than the default in values.yaml has.',
    why: 'Who follows the table gives templates something that they do not expect.',
  },
  {
    id: 'drift/readme-missing-key',
    severity: 'info',
    summary: 'A table of the README describes some values of a map and leaves one out.',
    why: 'Nobody who reads the README learns of the value.',
  },
  {
    id: 'drift/schema-default',
    severity: 'warning',
    summary: 'The schema of a chart names another default than its values.yaml has.',
    why: 'Helm takes the default from values.yaml; editors show the one of the schema.',
  },
  {
    id: 'drift/schema-unused-key',
    severity: 'warning',
    summary: 'The schema of a chart describes a value that neither values.yaml nor a template has.',
    why: 'Who sets it passes the schema and changes nothing.',
  },
  {
    id: 'drift/undefined-value',
    severity: 'info',
    summary: 'Templates read values that neither values.yaml nor the schema defines.',
    why: 'Nobody who reads the chart learns that they can be set.',
  },
] as const satisfies readonly CheckInfo[];
