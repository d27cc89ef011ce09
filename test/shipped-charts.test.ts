import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const charts = fileURLToPath(new URL('../../shared/charts', import.meta.url));
const expected = fileURLToPath(new URL('../fixtures/shipped', import.meta.url));
const present = existsSync(charts);
if (!present && process.env.CI) throw new Error('CI must have ../shared/charts');

/** The report is the first fenced block of the page; the reasons below it are written by people. */
const REPORT = /```\n([\s\S]*?)```/;

describe.skipIf(!present)(
  `the values files that the charts ship${present ? '' : ' (skipped: no ../shared/charts)'}`,
  () => {
    it.each(readdirSync(expected).map((file) => path.basename(file, '.md')))(
      '%s: every finding is listed, with the reason',
      async (name) => {
        const { stdout } = await runCli([name, '--format', 'concise'], charts);
        const page = path.join(expected, `${name}.md`);
        const text = readFileSync(page, 'utf8');
        if (process.env.UPDATE_FIXTURES !== undefined) {
          writeFileSync(
            page,
            text.replace(REPORT, () => `\`\`\`\n${stdout}\`\`\``),
          );
        }
        const listed = REPORT.exec(readFileSync(page, 'utf8'))?.[1];
        expect(stdout).toBe(listed);
        const schemaRules = new Set(
          Array.from(stdout.matchAll(/ error .*\[(schema\/[^\]]+)\]$/gm), ([, rule]) => rule),
        );
        for (const rule of schemaRules)
          expect(text.replace(REPORT, ''), `no reason is given for ${rule}`).toContain(`${rule}`);
      },
    );
  },
);
