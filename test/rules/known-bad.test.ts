import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folder = fileURLToPath(new URL('../../../shared/corpus/known-bad', import.meta.url));
const present = existsSync(path.join(folder, 'cases.json'));

interface Expected {
  /** Linted file; `user-values.yaml` by default. */
  readonly file?: string;
  readonly args?: readonly string[];
  /** `rule path` of every finding that has to be there, behind `file: ` when it is not about the linted file. */
  readonly findings: readonly string[];
}

/** What chartlint says of each case; `[]` where it has to stay silent. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  // From Helm 4.2 on nulls of the defaults are gone before the schema sees them.
  '01-default-null-vs-schema-string': {
    file: 'values.yaml',
    args: ['--helm-version', '3.21.4'],
    findings: ['schema/type /service/ports/secureClient'],
  },
  '02-schema-type-null-from-empty-default': { findings: ['schema/type /image/tag'] },
  '03-schema-type-null-fullnameOverride': { findings: ['schema/type /fullnameOverride'] },
  '04-numeric-image-tag': { findings: ['large-integer-notation /image/tag'] },
  '06-duplicate-key': { file: 'values.yaml', findings: ['yaml/duplicate-key /image'] },
  '08-enable-for-enabled-no-schema': {
    findings: [
      'unknown-key /config/updateCheck/enable',
      'unknown-key /config/rateLimit/apitoken',
      'unknown-key /oidc/clientID',
    ],
  },
  '09-root-strict-only': { findings: ['unknown-key /pangolin/config/serverr'] },
  '10-closed-schema-extra-key': {
    file: 'values.yaml',
    findings: ['schema/unknown-key /defaultOrganisms/west-nile/schema/metadataAdd'],
  },
  // The user file beside it fills the keys in; without that file they are reported, see below.
  '11-lint-null-key-then-required': { file: 'values.yaml', findings: [] },
  '12-user-null-deletes-before-validation': { findings: [] },
  '14-list-over-subchart-map': {
    file: 'values.yaml',
    findings: ['merge/value-replaced-by-table /api/env'],
  },
  '16-string-booleans': {
    findings: ['quoted-boolean /server/ingress/enabled', 'quoted-boolean /dex/enabled'],
  },
  '18-unquoted-template-in-values': { file: 'values.yaml', findings: ['yaml/syntax '] },
  '19-octal-mode-is-right': { findings: [] },
  '21-norway': {
    findings: ['implicit-boolean /country', 'implicit-boolean /switch', 'implicit-boolean /flags/true'],
  },
  '22-version-number-loses-zero': { findings: ['mangled-number /image/tag'] },
  '25-misplaced-schema-keyword': {
    findings: ['values.schema.json: schema/misplaced-property ', 'quoted-boolean /logs/enabled'],
  },
};

/** Cases that linting values does not report, and why. */
const ARGUED: Readonly<Record<string, string>> = {
  '26-stale-schema-property':
    'only the templates tell that nothing reads the key any more, and the case comes without them',
};

describe.skipIf(!present && process.env.CI === undefined)(
  present ? 'known-bad charts' : 'SKIPPED: ../shared/corpus/known-bad is not there',
  () => {
    it('has a word on every case', () => {
      const cases = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as { id: string }[];
      expect([...Object.keys(EXPECTED), ...Object.keys(ARGUED)].sort()).toEqual(
        cases.map(({ id }) => id).sort(),
      );
    });

    it.each(Object.entries(EXPECTED))(
      '%s',
      async (id, { file = 'user-values.yaml', args = [], findings }) => {
        const { stdout } = await runCli([file, '--format', 'json', ...args], path.join(folder, id));
        const report = JSON.parse(stdout) as { findings: { rule: string; path: string; file: string }[] };
        const found = report.findings
          .filter(({ rule }) => rule !== 'mutable-image-tag')
          .map(({ file: place, rule, path: pointer }) => `${place}: ${rule} ${pointer}`);
        const expected = findings.map((one) => (one.includes(': ') ? one : `${file}: ${one}`));
        expect(found.sort()).toEqual(expected.sort());
      },
    );

    it('11-lint-null-key-then-required, where nobody fills the keys in', async () => {
      const alone = mkdtempSync(path.join(tmpdir(), 'chartlint-known-bad-'));
      try {
        for (const file of ['Chart.yaml', 'values.yaml', 'values.schema.json']) {
          copyFileSync(path.join(folder, '11-lint-null-key-then-required', file), path.join(alone, file));
        }
        const { stdout } = await runCli(['values.yaml', '--format', 'json'], alone);
        const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
        expect(findings.map(({ rule, path: pointer }) => `${rule} ${pointer}`).sort()).toEqual([
          'schema/required /service/port',
          'schema/required /service/type',
        ]);
      } finally {
        rmSync(alone, { recursive: true });
      }
    });
  },
);
