import type { TemplatePlace } from '../../templates/value/context.ts';

const ACTION = /\{\{-?\s*(if|with|range|define|block|else|end)\b((?:[^{}]|\{(?!\{))*)\}\}/g;

const DEFINES = /\{\{-?\s*define\s(?:[^{}]|\{(?!\{))*\}\}/g;
const LOOKUP = /\{\{(?:[^{}]|\{(?!\{))*[\s(=]lookup\s/;

/**
 * Whether the named template that the place lies in has looked for an object in the cluster before: `helm template` finds
 * none.
 */
export function looksInCluster({ text, start }: TemplatePlace): boolean {
  const before = text.slice(0, start);
  const from = [...before.matchAll(DEFINES)].at(-1)?.index ?? 0;
  return LOOKUP.test(before.slice(from));
}

/** Whether a condition around the place asks what the cluster is like, of which `helm template` knows little. */
export function asksTheCluster(place: TemplatePlace): boolean {
  return conditionsAround(place).some((condition) => condition.includes('.Capabilities.'));
}

/** Whether a condition around the place asks which APIs there are: `helm template` has no cluster that serves any. */
export function asksForApis(place: TemplatePlace): boolean {
  return conditionsAround(place).some((condition) => condition.includes('.Capabilities.APIVersions'));
}

function conditionsAround({ text, start }: TemplatePlace): string[] {
  const open: string[] = [];
  for (const [, word, condition = ''] of text.slice(0, start).matchAll(ACTION)) {
    if (word === 'end') open.pop();
    else if (word === 'else') open.push(`${open.pop() ?? ''} ${condition}`);
    else open.push(condition);
  }
  return open;
}
