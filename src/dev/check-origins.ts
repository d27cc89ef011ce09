import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../cli/run.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { askHelmTemplate } from './ask-helm-template.ts';
import { findHelms } from './find-helm.ts';

/**
 * Checks the origins of `chartlint render --origin` with real Helm: `tsx src/dev/check-origins.ts LIST [N] [SEED]`. Picks N random
 * lines that chartlint says a value went into, changes that value, and renders again with Helm: the line must change, and
 * every line that changes must name the value. A change that adds or takes lines away decided a branch; then only the
 * first is asked. Exits 1 when they disagree.
 */
interface Manifest {
  readonly source: string;
  /** Documents of one template are told apart by their order. */
  readonly key: string;
  readonly origins: readonly {
    readonly line: number;
    readonly values: readonly { readonly path: string }[];
    readonly decidedBy: readonly { readonly path: string }[];
  }[];
}

const [list = '', count = '200', seed = '1'] = process.argv.slice(2);
const charts = readFileSync(list, 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const helm = findHelms().find(({ name }) => name === 'helm4');
if (helm === undefined) throw new Error('Helm 4 has to be on the PATH');
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-origins-'));
let state = Number(seed) >>> 0;
const tally = { checked: 0, agreed: 0, unchanged: 0, unnamed: 0, refused: 0, lines: 0 };
while (tally.checked < Number(count)) await checkOne();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${tally.checked} values changed: ${tally.agreed} agree, ${tally.unchanged} change nothing where they should, ${tally.unnamed} change lines that do not name them (${tally.lines} changed lines were looked at); ${tally.refused} changes that Helm refuses were passed over\n`,
);
process.exitCode = tally.agreed === tally.checked ? 0 : 1;

function pick<T>(from: readonly T[]): T | undefined {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return from[Math.floor((state / 2 ** 32) * from.length)];
}

async function checkOne(): Promise<void> {
  const chart = pick(charts)!;
  const manifests = await rendered(chart);
  const lines = manifests.flatMap((manifest) =>
    manifest.origins.filter(({ values }) => values.length > 0).map((origin) => ({ manifest, ...origin })),
  );
  const chosen = pick(lines);
  if (chosen === undefined) return;
  // The last one names the scalar itself, those before it what holds it.
  const at = chosen.values.at(-1)!.path;
  const values = await valuesOf(chart);
  const old =
    at === ''
      ? undefined
      : parsePointer(at).reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key],
          values,
        );
  const changed = otherValue(old);
  if (changed === undefined) return;
  const place = parsePointer(withoutCopies(at, values));
  const asked = async (entry: (key: string, value: unknown) => object) => {
    const file = path.join(folder, 'change.json');
    writeFileSync(file, JSON.stringify(overlay(values, place, entry)));
    return helmManifests(chart, ['-f', file]);
  };
  const before = await helmManifests(chart, []);
  const after = await asked((key) => ({ [key]: changed }));
  const again = await helmManifests(chart, []);
  if (before === undefined || after === undefined || again === undefined) {
    tally.refused += 1;
    return;
  }
  tally.checked += 1;
  const problems: string[] = [];
  for (const [key, text] of before) {
    const now = after.get(key);
    const own = manifests.find((one) => one.key === key);
    if (now === undefined || own === undefined) continue;
    const [was, is] = [text.split('\n'), now.split('\n')];
    const isChosen = chosen.manifest.key === key;
    const isSame = (lines: readonly string[] | undefined): boolean =>
      lines?.[chosen.line - 1] === was[chosen.line - 1] && lines?.length === was.length;
    // A template that goes through a map writes its keys, and one that cuts a text its beginning: then these must make another line.
    if (isChosen && isSame(is)) {
      const renamed = await asked((key, value) => ({ [key]: null, [`${key}zq`]: value }));
      const begun = await asked((key, value) => ({ [key]: `9${String(value)}` }));
      if ([renamed, begun].some((one) => one !== undefined && !isSame(one.get(key)?.split('\n')))) continue;
      tally.unchanged += 1;
      problems.push(`${key} line ${chosen.line} does not change: ${was[chosen.line - 1]}`);
    }
    if (was.length !== is.length) continue;
    for (const [i, line] of was.entries()) {
      // What chance decides changes by itself.
      if (line === is[i] || line !== again.get(key)?.split('\n')[i]) continue;
      tally.lines += 1;
      const { values: inside = [], decidedBy = [] } = own.origins[i] ?? {};
      const named = [...inside, ...decidedBy].map(({ path: one }) => withoutCopies(one, values));
      const wanted = withoutCopies(at, values);
      if (named.some((one) => one === wanted || wanted.startsWith(`${one}/`) || one.startsWith(`${wanted}/`)))
        continue;
      tally.unnamed += 1;
      problems.push(
        `${key} line ${i + 1} changes and names only ${named.join(' ') || 'nothing'}: ${line.slice(0, 200)} -> ${is[i]?.slice(0, 200)}`,
      );
    }
  }
  if (problems.length === 0) tally.agreed += 1;
  else
    process.stdout.write(
      `${chart} ${at} = ${JSON.stringify(old)} -> ${JSON.stringify(changed)}\n    ${problems.slice(0, 3).join('\n    ')}\n`,
    );
}

async function own(args: readonly string[]): Promise<string> {
  let stdout = '';
  const io = { cwd: folder, env: {}, isTerminal: false, stderr: () => {}, readStdin: async () => '' };
  await run([...args, '--no-config'], {
    ...io,
    stdout: (text) => {
      stdout += text;
    },
  });
  return stdout;
}

async function rendered(chart: string): Promise<readonly Manifest[]> {
  const text = await own([
    'render',
    '--show-secrets',
    '--chart',
    chart,
    '--format',
    'json',
    '--origin',
    '--helm-version',
    '4.2',
  ]);
  const seen = new Map<string, number>();
  const { manifests } = (text === '' ? { manifests: [] } : JSON.parse(text)) as { manifests: Manifest[] };
  return manifests.map((one) => {
    const number = (seen.get(one.source) ?? 0) + 1;
    seen.set(one.source, number);
    return { ...one, key: `${one.source}#${number}` };
  });
}

async function valuesOf(chart: string): Promise<unknown> {
  const text = await own(['values', chart, '--format', 'json', '--show-secrets']);
  return text === '' ? {} : JSON.parse(text);
}

/** Another value of the same type; undefined for what is no scalar, and for texts that may mean something. */
function otherValue(old: unknown): unknown {
  if (typeof old === 'boolean') return !old;
  if (typeof old === 'number') return old + 1;
  // Every line of a text becomes a line of its own.
  if (typeof old === 'string' && old !== '' && !old.includes('{{')) return old.replaceAll(/(?<=\S)$/gm, 'zq');
  return undefined;
}

/** Helm hands globals down: what a subchart sees as its own global is written at the top. */
function withoutCopies(pointer: string, values: unknown): string {
  const at = pointer.lastIndexOf('/global/');
  if (at <= 0) return pointer;
  const top = pointer.slice(at);
  const found = parsePointer(top).reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    values,
  );
  return found === undefined ? pointer : top;
}

/** What an overlay must hold to change one value; lists are replaced whole. */
function overlay(
  values: unknown,
  [key, ...rest]: readonly string[],
  entry: (key: string, old: unknown) => object,
  isInItem = false,
): unknown {
  if (key === undefined) return values;
  if (Array.isArray(values) && rest.length > 0)
    return values.map((item, i) => (i === Number(key) ? overlay(item, rest, entry, true) : item));
  if (Array.isArray(values))
    return values.map((item, i) => (i === Number(key) ? Object.values(entry(key, item))[0] : item));
  const map = (values ?? {}) as Record<string, unknown>;
  const below =
    rest.length === 0 ? entry(key, map[key]) : { [key]: overlay(map[key], rest, entry, isInItem) };
  return { ...(isInItem ? map : {}), ...below };
}

async function helmManifests(
  chart: string,
  args: readonly string[],
): Promise<Map<string, string> | undefined> {
  const { failed, stdout } = await askHelmTemplate(helm!, ['release-name', chart, ...args], { cwd: folder });
  if (failed) return undefined;
  const found = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const document of stdout.split(/^---\n(?=# Source: )/m).slice(1)) {
    const [head = '', ...lines] = document.split('\n');
    const source = head.slice('# Source: '.length);
    const number = (seen.get(source) ?? 0) + 1;
    seen.set(source, number);
    found.set(`${source}#${number}`, lines.join('\n'));
  }
  return found;
}
