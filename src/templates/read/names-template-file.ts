import type { Operand } from '../parse/node.ts';

/** `include (print $.Template.BasePath "/configmap.yaml") .`: a file of the chart, which is read anyway. */
export function namesTemplateFile(operand: Operand | undefined): boolean {
  return operand?.kind === 'pipe' && JSON.stringify(operand).includes('"BasePath"');
}
