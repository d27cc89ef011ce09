import type { JsonObject, JsonValue } from '../../src/model/json-value.ts';

/** Gives one choice after another, the same ones for the same seed. */
function chooser(seed: number): (choices: number) => number {
  let state = seed;
  return (choices) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * choices);
  };
}

const PLAIN = /^[A-Za-z][A-Za-z0-9_./é-]*$/;
const WORDS = new Set('y n yes no on off true false null'.split(' '));

/** The values as YAML in one of the many layouts people use; the seed decides which. */
export function writeYaml(data: JsonObject, seed: number): string {
  const choose = chooser(seed);
  const eol = choose(4) === 0 ? '\r\n' : '\n';

  const quoted = (text: string): string => {
    const isPlain = PLAIN.test(text) && !WORDS.has(text.toLowerCase());
    if (isPlain && choose(2) === 0) return text;
    if (/^[^\n\r\t]*$/.test(text) && choose(2) === 0) return `'${text.replaceAll("'", "''")}'`;
    return JSON.stringify(text);
  };

  const scalar = (value: string | number | boolean | null): string => {
    if (typeof value === 'string') return quoted(value);
    if (value === null) return ['null', '~', 'NULL'][choose(3)]!;
    if (value === true) return ['true', 'yes', 'On', 'y'][choose(4)]!;
    if (value === false) return ['false', 'no', 'OFF', 'N'][choose(4)]!;
    const positive = Number.isSafeInteger(value) && value >= 0;
    return positive && choose(3) === 0
      ? `0${'xob'[choose(3)]}`.replace(
          /0(.)/,
          (_, base: string) => `0${base}${value.toString({ x: 16, o: 8, b: 2 }[base])}`,
        )
      : String(value);
  };

  const flow = (value: JsonValue): string => {
    const gap = ['', ' ', ` # x${eol}`, eol][choose(4)]!;
    if (Array.isArray(value)) return `[${gap}${value.map(flow).join(`,${gap || ' '}`)}${gap}]`;
    if (typeof value !== 'object' || value === null) return scalar(value);
    const pairs = Object.entries(value).map(([key, inner]) => `${quoted(key)}: ${flow(inner)}`);
    return `{${gap}${pairs.join(`,${gap || ' '}`)}${gap}}`;
  };

  /** What stands behind a colon or dash, line end included. */
  const behind = (value: JsonValue, indent: number, isItem: boolean): string => {
    const noise = ['', '', ' # note', `${eol}${' '.repeat(indent)}# note`][choose(4)]! + eol;
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    if (value === null && choose(2) === 0) return noise;
    if (typeof value === 'string' && /^[a-z1 .#:é-]*[a-z.]\n$/.test(value) && choose(2) === 0) {
      const pad = ' '.repeat(indent + 1 + choose(3));
      if (!value.startsWith(' ')) return ` |${eol}${pad}${value.slice(0, -1)}${eol}`;
    }
    if (typeof value !== 'object' || value === null) return ` ${scalar(value)}${noise}`;
    if (isEmpty || choose(4) === 0) return ` ${flow(value)}${noise}`;
    const deeper = indent + 1 + choose(3);
    if (isItem) {
      const gap = 1 + choose(3);
      return ' '.repeat(gap) + block(value, indent + 1 + gap).slice(indent + 1 + gap);
    }
    return noise + block(value, Array.isArray(value) && choose(2) === 0 ? indent : deeper);
  };

  const block = (value: JsonObject | JsonValue[], indent: number): string => {
    const pad = ' '.repeat(indent);
    const lines = Array.isArray(value)
      ? value.map((item) => `${pad}-${behind(item, indent, true)}`)
      : Object.entries(value).map(([key, inner]) => `${pad}${quoted(key)}:${behind(inner, indent, false)}`);
    return lines.join(choose(4) === 0 ? eol : '');
  };

  const start = (choose(4) === 0 ? '\uFEFF' : '') + (choose(4) === 0 ? `# top${eol}---${eol}` : '');
  return start + (Object.keys(data).length === 0 ? `{}${eol}` : block(data, 0));
}
