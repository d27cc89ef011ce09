import type { YamlDialect } from './yaml-dialect.ts';

/** Which styles a text can be written in: `yaml_emitter_analyze_scalar` of go-yaml, outside of flow collections. */
export interface ScalarShape {
  readonly isMultiline: boolean;
  readonly plain: boolean;
  readonly single: boolean;
  readonly block: boolean;
}

const EVERYDAY: ScalarShape = { isMultiline: false, plain: true, single: true, block: true };
const EMPTY: ScalarShape = { isMultiline: false, plain: true, single: true, block: false };
const EVERYDAY_TEXT = /^[A-Za-z0-9_/$(][\w./$()+=;~^-]*$/;
const FIRST_INDICATORS = '#,[]{}&*!|>\'"%@`';

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Line breaks of YAML 1.1. */
export function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** What stands without an escape; of go-yaml nothing beyond U+FFFF does. */
export function isPrintable(code: number): boolean {
  if (code < 0x7f) return code >= 0x20 || code === 10;
  return code >= 0xa0 && (code < 0xd800 || code > 0xdfff) && code !== 0xfeff && code < 0xfffe;
}

export function analyzeScalar(text: string, dialect: YamlDialect): ScalarShape {
  if (text === '') return EMPTY;
  if (EVERYDAY_TEXT.test(text)) return EVERYDAY;
  const last = text.length - 1;
  let hasIndicator = text.startsWith('---') || text.startsWith('...');
  let hasBreak = false;
  let hasSpecial = false;
  let hasTab = false;
  let spaceAfterBreak = false;
  let breakAfterSpace = false;
  let before = 0;
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at);
    if (isIndicator(text, at, code, before)) hasIndicator = true;
    if (code === 9 && dialect.version === 3) hasTab = true;
    else if (!isPrintable(code)) hasSpecial = true;
    if (code === 32) spaceAfterBreak ||= at > 0 && isBreak(before);
    else if (isBreak(code)) {
      hasBreak = true;
      breakAfterSpace ||= before === 32;
    }
    before = code;
  }
  const first = text.charCodeAt(0);
  const final = text.charCodeAt(last);
  const hasEdge = first === 32 || final === 32 || isBreak(first) || isBreak(final);
  const needsEscape = breakAfterSpace || hasSpecial;
  const single = !(spaceAfterBreak || needsEscape || hasTab);
  return {
    isMultiline: hasBreak,
    plain: single && !hasEdge && !hasBreak && !hasIndicator,
    single,
    block: final !== 32 && !needsEscape,
  };
}

/** Characters that mean something where they stand. */
function isIndicator(text: string, at: number, code: number, before: number): boolean {
  switch (code) {
    case 58:
      return isEndOrBlank(text, at);
    case 35:
      return at === 0 || isBlank(before) || isBreak(before) || before === 0;
    case 45:
    case 63:
      return at === 0 && isEndOrBlank(text, at);
    default:
      return at === 0 && FIRST_INDICATORS.includes(text.charAt(0));
  }
}

function isEndOrBlank(text: string, at: number): boolean {
  return at + 1 >= text.length || isBlank(text.charCodeAt(at + 1));
}
