import type { TemplatePlace } from '../../templates/value/context.ts';

const ACTION = /\{\{-?\s*(if|with|range|define|block|else|end)\b([^}]*)\}\}/g;

/** Whether a condition around the place asks which APIs there are: `helm template` knows of none but Kubernetes' own. */
export function asksTheCluster({ text, start }: TemplatePlace): boolean {
  const open: string[] = [];
  for (const [, word, condition = ''] of text.slice(0, start).matchAll(ACTION)) {
    if (word === 'end') open.pop();
    else if (word === 'else') open.push(`${open.pop() ?? ''} ${condition}`);
    else open.push(condition);
  }
  return open.some((condition) => condition.includes('.Capabilities.'));
}
