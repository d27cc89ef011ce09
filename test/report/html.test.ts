import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/lint-result.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource } from '../../src/model/source.ts';
import { filterScript, filterScriptHash } from '../../src/report/html/filter-script.ts';
import { formatHtml } from '../../src/report/html.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { cleanResult, crowdedResult, richResult, tool } from './rich-result.ts';

describe('html', () => {
  it('allows its own script and no other', () => {
    expect(createHash('sha256').update(filterScript).digest('base64')).toBe(filterScriptHash);
    const page = formatHtml(maskSecrets(richResult), tool);
    expect(page).toContain(`default-src 'none'`);
    expect(page).toContain(`script-src 'sha256-${filterScriptHash}'`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain(`<script>${filterScript}</script>`);
    expect(filterScript).not.toMatch(/<\/script|<!--/);
  });

  it('refers to nothing that a browser would load', () => {
    const page = formatHtml(maskSecrets(richResult), tool).replace(/<style>[\s\S]*<\/style>/, '');
    expect(page).not.toMatch(
      /<(?:link|img|iframe|object|embed|audio|video|source|base)\b| src=|url\(|@import/i,
    );
    expect(formatHtml(maskSecrets(richResult), tool)).not.toMatch(/url\(|@import/);
  });

  it('escapes every text', () => {
    const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;`;
    const [finding] = richResult.findings;
    const span = { source: fileSource(`${evil}.yaml`), start: 1, end: 5 };
    const result: LintResult = {
      releases: [{ chart: evil, title: evil, version: evil, detectedBy: 'chart-yaml', files: [span.source] }],
      sources: new Map([[`${evil}.yaml`, evil]]),
      files: 1,
      findings: [
        {
          ...finding!,
          rule: ruleIdOf({ id: evil }),
          problem: evil,
          path: `/${evil}`,
          span,
          related: [{ span, message: evil }],
          fix: { title: evil, safe: true, edits: [] },
        },
      ],
      suppressed: [
        {
          finding: { ...finding!, rule: ruleIdOf({ id: evil }), problem: evil, span },
          by: 'comment',
          reason: evil,
        },
      ],
    };
    const page = formatHtml(maskSecrets(result), {
      ...tool,
      version: evil,
      rule: (id) => ({ id, severity: 'error', summary: evil, why: evil }),
      docs: () => `https://x.example/${evil}`,
    });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/=\s*"[^"]*"'>/);
    const odd = formatHtml(maskSecrets(result), { ...tool, docs: () => 'javascript:alert(1)' });
    expect(odd).not.toContain('javascript:');
  });

  it('has every finding once, with its code, its fix and its place in the matrix', () => {
    const page = formatHtml(maskSecrets(richResult), tool);
    const counts = [...page.matchAll(/data-count="(\d+)"/g)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(richResult.findings.length);
    expect(counts).toHaveLength(richResult.findings.length - 1);
    expect(page).toContain('The same in 1 more place');
    expect(page).toContain('<mark>latest</mark>');
    expect(page).toContain('<b>Fix:</b> Keep 10');
    expect(page).toContain('href="#rule=mutable-image-tag&amp;chart=ColonyOS"');
    expect(page.match(/aria-label="6 errors, 2 warnings, 1 info"/g)).toHaveLength(1);
  });

  it('shows no list, no filter and no script when nothing is found', () => {
    const page = formatHtml(maskSecrets(cleanResult), tool);
    expect(page).toContain('nothing to report');
    expect(page).not.toMatch(/<script|id="filter"|<article/);
  });

  it('puts the worst first', () => {
    const page = formatHtml(maskSecrets(richResult), tool);
    const severities = [...page.matchAll(/data-severity="(\w+)"/g)].map(([, severity]) => severity);
    expect(severities[0]).toBe('error');
  });

  it('says in the foot what it is told about the run, and nothing else', () => {
    const run = { command: 'chartlint <a>', commit: '0123456789ab', date: '2026-01-02 03:04 UTC' };
    const foot = /<footer>.*<\/footer>/;
    expect(foot.exec(formatHtml(maskSecrets(richResult), tool, { run }))?.[0]).toBe(
      '<footer><span>chartlint 0.1.0</span><span><code>chartlint &lt;a&gt;</code></span><span>commit <code>0123456789ab</code></span><span>2026-01-02 03:04 UTC</span></footer>',
    );
    expect(foot.exec(formatHtml(maskSecrets(richResult), tool))?.[0]).toBe(
      '<footer><span>chartlint 0.1.0</span></footer>',
    );
  });

  it('gathers what does not fit the plot', () => {
    const [finding] = richResult.findings;
    const findings = Array.from({ length: 15 }, (_, i) => ({
      ...finding!,
      related: [],
      span: { source: fileSource(`f${i}.yaml`), start: 0, end: 0 },
    }));
    expect(formatHtml(maskSecrets({ ...cleanResult, findings }), tool)).toContain('3 more files: 3 warnings');
  });
});

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

/** Red, green and blue of the upper left corner of a PNG: no filter changes the first bytes of the first row. */
function firstPixel(png: Buffer): number[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data);
  }
  return [...inflateSync(Buffer.concat(parts)).subarray(1, 4)];
}

const chromium = findChromium();

describe.skipIf(process.env.CI === undefined && chromium === undefined)(
  'html in Chromium (skipped: no chromium on PATH)',
  { timeout: 60_000 },
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'chartlint-html-'));
      writeFileSync(path.join(folder, 'rich.html'), formatHtml(maskSecrets(richResult), tool));
      const crowded = formatHtml(maskSecrets(crowdedResult(30)), tool);
      writeFileSync(path.join(folder, 'crowded.html'), crowded);
      const scriptsOff = crowded.replace(/<script>[\s\S]*<\/script>/, '');
      writeFileSync(path.join(folder, 'scripts-off.html'), scriptsOff);
      // Headless Chromium opens no window as narrow as a phone.
      writeFileSync(
        path.join(folder, 'phone.html'),
        '<!doctype html><body style="margin:0"><iframe src="rich.html" style="width:375px;height:1600px;border:0">',
      );
    });
    afterAll(() => {
      // Pictures to look at: SCREENSHOTS=<folder> npx vitest run test/report/html.test.ts
      rmSync(folder, { recursive: true, force: true });
    });

    /** Runs the browser on a page with a new empty profile, offline but for the file. */
    function browse(page: string, ...flags: string[]): string {
      if (chromium === undefined) throw new Error('chromium must be on PATH when CI is set');
      const [file, hash] = page.split('#');
      const url = `${pathToFileURL(path.join(folder, file!))}${hash === undefined ? '' : `#${hash}`}`;
      const profile = mkdtempSync(path.join(folder, 'profile-'));
      return execFileSync(
        chromium,
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--hide-scrollbars',
          '--enable-logging=stderr',
          `--user-data-dir=${profile}`,
          ...flags,
          url,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8, timeout: 50_000 },
      );
    }

    /** Rules of the findings that are shown, and whether the filters are. */
    function shownIn(dom: string): { rules: string[]; filters: boolean; count: string } {
      const articles = dom.match(/<article [^>]*>/g) ?? [];
      return {
        rules: articles
          .filter((tag) => !/\shidden(?:=|>|\s)/.test(tag))
          .map((tag) => /data-rule="([^"]*)"/.exec(tag)![1]!),
        filters: !/<form id="filter"[^>]*\shidden/.test(dom),
        count: /<output id="shown">([^<]*)</.exec(dom)?.[1] ?? '',
      };
    }

    it('shows everything and the filters', () => {
      const shown = shownIn(browse('rich.html', '--dump-dom'));
      expect(shown.rules).toHaveLength(richResult.findings.length - 1);
      expect(shown).toMatchObject({ filters: true, count: 'all 17 shown' });
    });

    // Each run of the browser takes a second or two: few cases, every filter in one of them.
    it.each([
      ['rule=schema/type&text=NUMBER', ['schema/type', 'schema/type'], 2],
      ['severity=error,info&chart=no+known+chart&rule=gone', ['schema/unknown-key', 'base/above'], 3],
    ])('filters by the address #%s', (hash, rules, count) => {
      const shown = shownIn(browse(`rich.html#${hash}`, '--dump-dom'));
      expect(shown.rules).toEqual(rules);
      expect(shown.count).toBe(`${count} of 17 shown`);
    });

    it('shows everything with scripts off, without the filters', () => {
      const shown = shownIn(browse('scripts-off.html', '--dump-dom'));
      expect(shown.rules).toHaveLength(30);
      expect(shown.filters).toBe(false);
    });

    it.each([
      ['light', 'rich.html', '1280,1600', [], [0xf7, 0xf7, 0xf5]],
      ['dark', 'rich.html', '1280,1600', ['--blink-settings=preferredColorScheme=0'], [0x15, 0x17, 0x1a]],
      ['phone', 'phone.html', '500,1600', [], [0xf7, 0xf7, 0xf5]],
    ] as [string, string, string, string[], number[]][])(
      'draws the page: %s',
      (name, page, size, flags, ground) => {
        const keep = process.env.SCREENSHOTS;
        if (keep !== undefined) mkdirSync(keep, { recursive: true });
        const file = path.join(keep ?? folder, `report-${name}.png`);
        browse(page, `--window-size=${size}`, `--screenshot=${file}`, ...flags);
        const picture = readFileSync(file);
        expect(picture.subarray(1, 4).toString()).toBe('PNG');
        // A page that stays blank compresses to a few kilobytes.
        expect(picture.length).toBeGreaterThan(40_000);
        expect(firstPixel(picture)).toEqual(ground);
      },
    );
  },
);
