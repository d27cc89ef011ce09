import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { lint, type ReportFinding } from '../../src/index.ts';
import { atlasiaClaims } from './claims/atlasia/claims.ts';
import { type Claim, valuesOf } from './claims/claim.ts';
import { colonyosClaims } from './claims/colonyos/claims.ts';
import { hotswapClaims } from './claims/hotswap/claims.ts';
import { ossaClaims } from './claims/ossa/claims.ts';
import { zymtraceClaims } from './claims/zymtrace/claims.ts';

const CLAIMS = [...zymtraceClaims, ...colonyosClaims, ...hotswapClaims, ...ossaClaims, ...atlasiaClaims];

/** What is said of a value. */
interface Said {
  readonly rule: string;
  readonly path: string;
  readonly isInfo: boolean;
}

/** Claims that are linted with the same settings, so that one run does for all of their values. */
function settingsOf({ chart, environment, rules, flags, base, provided, unprovided, cni }: Claim): string {
  return JSON.stringify([chart, environment, rules, flags, base?.provided, provided, unprovided, cni]);
}

const claimsBySettings = groupBy(CLAIMS, settingsOf);
const claimsByWord = groupBy(CLAIMS, ({ together }) => together);

function groupBy<Key>(claims: readonly Claim[], keyOf: (claim: Claim) => Key): Map<Key, Claim[]> {
  const groups = new Map<Key, Claim[]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return groups;
}

/** The values that a claim is held against, as JSON. */
function textOf(claim: Claim, part: 'bad' | 'good'): string {
  const { together } = claim;
  return JSON.stringify(valuesOf(together === undefined ? [claim] : claimsByWord.get(together)!, part));
}

type Run = ReadonlyMap<string, readonly Said[]>;
const runs = new Map<string, Promise<Run>>();

/** What is said of the values that break a claim, or of their twin. */
async function said(claim: Claim, part: 'bad' | 'good'): Promise<readonly Said[]> {
  const settings = settingsOf(claim);
  const run = runs.get(settings) ?? lintAll(claimsBySettings.get(settings)!);
  runs.set(settings, run);
  return (await run).get(textOf(claim, part))!;
}

/** What is said of the values of all claims, and of their twins: of a file unless the claims are about flags. */
async function lintAll(claims: readonly Claim[]): Promise<Run> {
  const { chart, environment, rules, flags, base, provided = [], unprovided = [], cni } = claims[0]!;
  const config = {
    ...(environment === undefined ? {} : { environment }),
    ...(cni === undefined ? {} : { cluster: { cni } }),
    provided: [...(base?.provided ?? []), ...provided].filter((path) => !unprovided.includes(path)),
    rules: rules ?? {},
  };
  const texts = [...new Set(claims.flatMap((claim) => [textOf(claim, 'bad'), textOf(claim, 'good')]))];
  const found = new Map<string, Said[]>(texts.map((text) => [text, []]));
  const add = (text: string, { rule, path: at, severity }: ReportFinding): void => {
    found.get(text)?.push({ rule, path: at, isInfo: severity === 'info' });
  };
  if (flags === true) {
    for (const text of texts) {
      const sets = [{ kind: 'set-json' as const, text }];
      const { findings } = await lint([{ file: 'values.yaml', text: '{}\n' }], { chart, config, sets });
      for (const finding of findings) add(text, finding);
    }
    return found;
  }
  const files = texts.map((text, i) => ({
    file: `${i}/values.yaml`,
    text: stringify(JSON.parse(text), { version: '1.1' }),
  }));
  const { findings } = await lint(files, { chart, config });
  for (const finding of findings) add(texts[Number.parseInt(finding.file, 10)]!, finding);
  return found;
}

const charts = fileURLToPath(new URL('../../../shared/charts', import.meta.url));
const present = existsSync(charts);

/** The keys in the first column of the tables of a README. */
function rowsOf(name: string, services: readonly string[]): readonly string[] {
  const text = readFileSync(path.join(charts, name, 'README.md'), 'utf8');
  const keys = Array.from(text.matchAll(/^\| *`([A-Za-z][\w.<>-]*)` *\|/gm), ([, key]) => key!);
  return keys.flatMap((key) =>
    key.includes('<service>') ? services.map((service) => key.replace('<service>', service)) : [key],
  );
}

describe.skipIf(!present)(
  `the parameter tables of the READMEs${present ? '' : ' (skipped: no ../shared/charts)'}`,
  () => {
    it.each([
      ['zymtrace', 'zymtrace@25.5.9', ['web', 'ingest', 'symdb', 'ui', 'identity']],
      ['colonyos', 'colonyos@0.0.4', []],
    ] as const)('of %s: every row has a claim', (name, chart, services) => {
      const rows = rowsOf(name, services);
      expect(rows.length).toBeGreaterThan(50);
      const paths = CLAIMS.filter((claim) => claim.chart === chart).map((claim) => claim.path);
      const isClaimed = (row: string): boolean =>
        paths.some((one) => one === row || one.startsWith(`${row}.`) || row.startsWith(`${one}.`));
      expect(rows.filter((row) => !isClaimed(row))).toEqual([]);
    });
  },
);

describe('what the READMEs of the five charts say', () => {
  it.each(CLAIMS)('$chart: $claim ($bad)', async (claim) => {
    const at = claim.at ?? `/${claim.path.replaceAll('.', '/')}`;
    const found = await said(claim, 'bad');
    expect(found.map((one) => `${one.rule} ${one.path}`)).toContain(`${claim.rule} ${at}`);
    const twin = await said(claim, 'good');
    // Over correct values no rule has anything to say of what is correct, remarks apart.
    const counts = ({ rule, isInfo }: Said): boolean =>
      rule === claim.rule || (claim.base !== undefined && !isInfo);
    expect(twin.filter(counts)).toEqual([]);
  });
});
