import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { lint } from '../../src/index.ts';
import { atlasiaClaims } from './claims/atlasia.ts';
import { type Claim, valuesOf } from './claims/claim.ts';
import { colonyosClaims } from './claims/colonyos.ts';
import { hotswapClaims } from './claims/hotswap.ts';
import { ossaClaims } from './claims/ossa.ts';
import { parameters } from './claims/parameters-of-charts.ts';
import { zymtraceClaims } from './claims/zymtrace.ts';

const CLAIMS = [
  ...parameters,
  ...zymtraceClaims,
  ...colonyosClaims,
  ...hotswapClaims,
  ...ossaClaims,
  ...atlasiaClaims,
];

/** Claims that are linted with the same settings, so that one run does for all of their values. */
function settingsOf({ chart, environment, rules, flags }: Claim): string {
  return JSON.stringify([chart, environment, rules, flags]);
}

const runs = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();

/** `rule path` of every finding about the values. */
async function said(claim: Claim, values: object): Promise<readonly string[]> {
  const settings = settingsOf(claim);
  const run = runs.get(settings) ?? lintAll(CLAIMS.filter((one) => settingsOf(one) === settings));
  runs.set(settings, run);
  return (await run).get(JSON.stringify(values))!;
}

/** What is said of the values of all claims, and of their twins: of a file unless the claims are about flags. */
async function lintAll(claims: readonly Claim[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { chart, environment, rules, flags } = claims[0]!;
  const config = { ...(environment === undefined ? {} : { environment }), rules: rules ?? {} };
  const texts = [
    ...new Set(
      claims.flatMap((one) => [one.bad, one.good].map((part) => JSON.stringify(valuesOf(one, part)))),
    ),
  ];
  const found = new Map<string, string[]>(texts.map((text) => [text, []]));
  if (flags === true) {
    for (const text of texts) {
      const sets = [{ kind: 'set-json' as const, text }];
      const { findings } = await lint([{ file: 'values.yaml', text: '{}\n' }], { chart, config, sets });
      found.set(
        text,
        findings.map(({ rule, path }) => `${rule} ${path}`),
      );
    }
    return found;
  }
  const files = texts.map((text, i) => ({
    file: `${i}/values.yaml`,
    text: stringify(JSON.parse(text), { version: '1.1' }),
  }));
  const { findings } = await lint(files, { chart, config });
  for (const { rule, path, file } of findings)
    found.get(texts[Number.parseInt(file, 10)]!)?.push(`${rule} ${path}`);
  return found;
}

describe('what the READMEs of the five charts say', () => {
  it.each(CLAIMS)('$chart: $claim ($bad)', async (claim) => {
    const at = claim.at ?? `/${claim.path.replaceAll('.', '/')}`;
    const wanted = `${claim.rule} ${at}`;
    expect(await said(claim, valuesOf(claim, claim.bad))).toContain(wanted);
    const twin = await said(claim, valuesOf(claim, claim.good));
    expect(twin.filter((one) => one.startsWith(`${claim.rule} `))).toEqual([]);
  });
});
