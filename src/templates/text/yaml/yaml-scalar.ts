import { bytesOf } from '../../value/utf8.ts';
import { encodeBase64 } from '../encode-base64.ts';
import { formatFloat } from '../format-float.ts';
import type { PlainValue } from '../json/as-plain.ts';
import { jsonNumber } from '../json/json-number.ts';
import { readsAsText } from './reads-as-text.ts';
import { textThroughJson } from './through-json.ts';
import type { YamlDialect } from './yaml-dialect.ts';

/** A scalar and the style that go-yaml's encoder asks its emitter for. */
export interface YamlScalar {
  readonly text: string;
  readonly style: 'plain' | 'double' | 'literal';
  readonly isBinary?: boolean;
}

/** The scalar for a value that is no container. Throws GoError for what YAML cannot say. */
export function yamlScalar(value: Exclude<PlainValue, object> | bigint, dialect: YamlDialect): YamlScalar {
  if (typeof value === 'string') {
    if (dialect.version === 2) return textScalar(textThroughJson(value), dialect);
    return LONE.test(value) ? binaryScalar(value) : textScalar(value, dialect);
  }
  if (typeof value === 'number')
    return { text: dialect.version === 2 ? numberThroughJson(value) : yamlNumber(value), style: 'plain' };
  return { text: String(value), style: 'plain' };
}

/** Half of a surrogate pair stands for a byte that is no UTF-8. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export function textScalar(text: string, dialect: YamlDialect): YamlScalar {
  if (text.includes('\n')) return { text, style: 'literal' };
  return { text, style: readsAsText(text, dialect) ? 'plain' : 'double' };
}

const LINE = 70;

function binaryScalar(text: string): YamlScalar {
  const encoded = encodeBase64(bytesOf(text));
  if (encoded.length < LINE) return { text: encoded, style: 'plain', isBinary: true };
  return { text: encoded.replaceAll(/.{1,70}/g, '$&\n'), style: 'literal', isBinary: true };
}

function yamlNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return formatFloat(value, 'g', -1);
}

const LARGEST = 2n ** 64n - 1n;
const SMALLEST = -(2n ** 63n);

/** Whole numbers that fit in 64 bits become integers on the way. */
function numberThroughJson(value: number): string {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  const text = jsonNumber(value);
  if (!Number.isInteger(value) || Math.abs(value) >= 1e21) return formatFloat(value, 'g', -1);
  const whole = BigInt(text);
  return whole <= LARGEST && whole >= SMALLEST ? text : formatFloat(value, 'g', -1);
}
