import { mayBeTyped, resolvePlain } from '../../../load/resolve-scalar.ts';
import { isTimestamp } from './is-timestamp.ts';
import type { YamlDialect } from './yaml-dialect.ts';

const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
/** go-yaml v3 hands what follows `0o` to ParseInt once more, and that takes a sign. */
const OCTAL_WITH_SIGN = /^0o[+-][0-7]+$/;

/** Whether go-yaml, reading this text without quotes, would take it for a text: `resolve` and `isBase60Float` of its encoder. */
export function readsAsText(text: string, dialect: YamlDialect): boolean {
  if (text !== '' && !mayBeTyped(text.charCodeAt(0))) return true;
  if (resolvePlain(text).kind !== 'str') return false;
  const first = text.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45;
  if (!mayBeNumber) return true;
  if (dialect.version === 3 && OCTAL_WITH_SIGN.test(text.replaceAll('_', ''))) return false;
  return !BASE_60.test(text) && !isTimestamp(text);
}
