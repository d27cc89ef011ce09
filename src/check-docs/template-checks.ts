import type { CheckInfo } from '../model/check-info.ts';

/** Why Helm cannot render a release. */
export const templateChecks = [
  {
    id: 'template/stops',
    severity: 'error',
    summary: 'A template of the chart stops with these values.',
    why: 'helm install and helm template fail, and name a line of a template. The finding is at the value that led there: one that is null or missing, of the wrong type, or refused by the chart (`required`, `fail`).',
  },
  {
    id: 'template/breaks-yaml',
    severity: 'error',
    summary: 'A value breaks the YAML that a template writes around it.',
    why: 'Helm cannot read what was rendered: a bare `*`, a colon with a space, or a list where the template indents a text. Quote the value, or give it the kind of value that the template expects.',
  },
  {
    id: 'template/unreadable',
    severity: 'error',
    summary: 'Helm cannot parse a template of the chart.',
    why: 'No release of the chart can be rendered until the template is mended.',
  },
] as const satisfies readonly CheckInfo[];
