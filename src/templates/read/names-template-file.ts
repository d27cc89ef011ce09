import type { Operand } from '../parse/node.ts';
import { holdsWord } from './holds-word.ts';

const FOLDER = new Set(['BasePath']);

/** `include (print $.Template.BasePath "/configmap.yaml") .`: a file of the chart, which is read anyway. */
export function namesTemplateFile(operand: Operand | undefined): boolean {
  return operand?.kind === 'pipe' && holdsWord(operand, FOLDER);
}
