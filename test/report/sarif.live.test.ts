import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/lint-result.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { formatSarif } from '../../src/report/sarif.ts';
import { cleanResult, crowdedResult, richResult, tool } from './rich-result.ts';

/** The package has the program for the platform, and the schema that OASIS published. */
const multitoolFolder = (() => {
  const require = createRequire(import.meta.url);
  try {
    return path.dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
  } catch {
    return '';
  }
})();
const schemaFile = path.join(multitoolFolder, 'sarif-2.1.0.json');
const program = path.join(multitoolFolder, 'Sarif.Multitool');
const required = process.env.CI !== undefined;

const results: [string, LintResult][] = [
  ['rich', richResult],
  ['clean', cleanResult],
  ['crowded', crowdedResult(20)],
];

describe.skipIf(!required && !existsSync(schemaFile))('sarif (skipped without the SARIF schema)', () => {
  it.each(results)('writes the %s result as the SARIF 2.1.0 schema says', (_name, result) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    for (const pathPrefix of ['', 'deploy/charts']) {
      validate(JSON.parse(formatSarif(maskSecrets(result), tool, { pathPrefix })));
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});

describe.skipIf(!required && !existsSync(program))('sarif (skipped without the SARIF multitool)', () => {
  it.each(results)(
    'writes the %s result so that the multitool has no remark, for SARIF and for GitHub',
    { timeout: 60_000 },
    (_name, result) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-sarif-'));
      try {
        const file = path.join(folder, 'report.sarif');
        writeFileSync(file, formatSarif(maskSecrets(result), tool, { pathPrefix: 'deploy' }));
        chmodSync(program, 0o755);
        const output = execFileSync(program, ['validate', file, '--rule-kind=Sarif;Ghas'], {
          encoding: 'utf8',
          env: {
            ...process.env,
            DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
            DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder,
          },
        });
        expect(output).toContain('Analysis completed successfully');
        expect(output).not.toMatch(/\b(error|warning|note) [A-Za-z]+\d{4}/);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
