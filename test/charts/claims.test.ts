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

const kept = new Map<string, Promise<string[]>>();

/** What is said of the values, once for all claims with the same twin. */
function said(claim: Claim, values: object): Promise<string[]> {
  const { chart, environment, rules, flags } = claim;
  const key = JSON.stringify([chart, environment, rules, flags, values]);
  const before = kept.get(key) ?? lintOnce(claim, values);
  kept.set(key, before);
  return before;
}

/** `rule path` of every finding; of a file unless the claim is about flags. */
async function lintOnce({ chart, environment, rules, flags }: Claim, values: object): Promise<string[]> {
  const config = { ...(environment === undefined ? {} : { environment }), rules: rules ?? {} };
  const text = flags === true ? '{}\n' : stringify(values, { version: '1.1' });
  const sets = flags === true ? [{ kind: 'set-json' as const, text: JSON.stringify(values) }] : [];
  const { findings } = await lint([{ file: 'values.yaml', text }], { chart, config, sets });
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

const CLAIMS = [
  ...parameters,
  ...zymtraceClaims,
  ...colonyosClaims,
  ...hotswapClaims,
  ...ossaClaims,
  ...atlasiaClaims,
];

describe('what the READMEs of the five charts say', () => {
  it.each(CLAIMS)('$chart: $claim ($bad)', async (claim) => {
    const at = claim.at ?? `/${claim.path.replaceAll('.', '/')}`;
    const wanted = `${claim.rule} ${at}`;
    expect(await said(claim, valuesOf(claim, claim.bad))).toContain(wanted);
    const twin = await said(claim, valuesOf(claim, claim.good));
    expect(twin.filter((one) => one.startsWith(`${claim.rule} `))).toEqual([]);
  });
});
