import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/lint-result.ts';
import { fileSource } from '../../src/model/source.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { formatSarif } from '../../src/report/sarif.ts';
import { cleanResult, richResult, tool } from './rich-result.ts';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  snippet?: { text: string };
}

interface Location {
  physicalLocation?: { artifactLocation: { uri: string; uriBaseId?: string }; region: Region };
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations?: Location[];
  relatedLocations?: Location[];
  partialFingerprints: Record<string, string>;
  suppressions?: { kind: string; justification?: string }[];
  fixes?: {
    artifactChanges: {
      artifactLocation: { uri: string };
      replacements: { deletedRegion: Region; insertedContent?: { text: string } }[];
    }[];
  }[];
}

interface Run {
  columnKind: string;
  redactionTokens?: string[];
  results: Result[];
  tool: { driver: { rules: { id: string; help: { text: string } }[] } };
}

function runOf(result: LintResult, pathPrefix = ''): Run {
  return JSON.parse(formatSarif(maskSecrets(result), tool, { pathPrefix })).runs[0];
}

describe('sarif', () => {
  it('counts columns in UTF-16 units: every region cuts its snippet out of the file', () => {
    const { results: all, columnKind } = runOf({ ...richResult, secrets: new Map() });
    expect(columnKind).toBe('utf16CodeUnits');
    let checked = 0;
    for (const { locations, relatedLocations } of all) {
      for (const { physicalLocation } of [...(locations ?? []), ...(relatedLocations ?? [])]) {
        const { artifactLocation, region } = physicalLocation!;
        if (region.snippet === undefined) continue;
        const cutOut = cut(sourceOf(artifactLocation.uri), region);
        const { text } = region.snippet;
        expect(Array.from(text, (unit, i) => (unit === '•' ? cutOut[i] : unit)).join('')).toBe(cutOut);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('describes fixes so that a reader who replaces the regions gets the fixed file', () => {
    const { results: all } = runOf(richResult);
    const pool = all.find(({ ruleId }) => ruleId === 'pool-idle-differs-from-open')!;
    const [change] = pool.fixes![0]!.artifactChanges;
    const [replacement] = change!.replacements;
    const source = sourceOf(change!.artifactLocation.uri);
    expect(replaced(source, replacement!.deletedRegion, replacement!.insertedContent!.text)).toBe(
      source.replace('maxIdleConns: 5', 'maxIdleConns: 10'),
    );
  });

  it('leaves out the fix that would write a secret and declares what masks it', () => {
    const run = runOf(richResult);
    const secret = run.results.find(({ ruleId }) => ruleId === 'plain-secret')!;
    expect(secret.fixes).toBeUndefined();
    expect(run.redactionTokens).toEqual(['•']);
    expect(runOf(cleanResult).redactionTokens).toBeUndefined();
  });

  it('names files from the repository root, percent-encoded', () => {
    const uris = new Set(
      runOf(richResult, 'a b').results.map(
        ({ locations }) => locations![0]!.physicalLocation!.artifactLocation.uri,
      ),
    );
    expect([...uris].sort()).toEqual([
      'a%20b/charts/values.yaml',
      'a%20b/generated/one-line.yaml',
      'a%20b/umgebung/gr%C3%B6%C3%9Fe%20100%25.yaml',
      'shared/base.yaml',
    ]);
  });

  it('gives files above the root and on another drive no base', () => {
    const uriOf = (file: string): unknown => {
      const [first] = richResult.findings;
      const moved = { ...first!, span: { source: fileSource(file), start: 0, end: 0 } };
      return runOf({ ...cleanResult, findings: [moved] }).results[0]!.locations![0]!.physicalLocation!
        .artifactLocation;
    };
    expect(uriOf('../up.yaml')).toEqual({ uri: '../up.yaml' });
    expect(uriOf('/etc/a b.yaml')).toEqual({ uri: 'file:///etc/a%20b.yaml' });
    expect(uriOf('D:\\charts\\a b.yaml')).toEqual({ uri: 'file:///D:/charts/a%20b.yaml' });
    expect(uriOf('half\uD83D.yaml')).toEqual({ uri: 'half%EF%BF%BD.yaml', uriBaseId: '%SRCROOT%' });
    expect(uriOf('a:b.yaml')).toEqual({ uri: 'a%3Ab.yaml', uriBaseId: '%SRCROOT%' });
  });

  it('puts findings about flags on the first file, and nowhere when there is none', () => {
    const flag = runOf(richResult).results.find(({ message }) => message.text.startsWith('In --set image'))!;
    expect(flag.locations![0]!.physicalLocation!.artifactLocation.uri).toBe('charts/values.yaml');
    const alone = runOf({ ...richResult, releases: [] }).results[0]!;
    expect(alone.locations![0]!.physicalLocation).toBeUndefined();
  });

  it('marks suppressed findings', () => {
    const hidden = runOf(richResult).results.filter(({ suppressions }) => suppressions !== undefined);
    expect(hidden.map(({ suppressions }) => suppressions![0])).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'rebuilt <nightly>' },
      { kind: 'external', status: 'accepted', justification: 'Listed in the baseline.' },
    ]);
  });

  it('describes the rule of every result', () => {
    const { results: all, tool: used } = runOf(richResult);
    for (const { ruleId, ruleIndex } of all) expect(used.driver.rules[ruleIndex]!.id).toBe(ruleId);
    const image = used.driver.rules.find(({ id }) => id === 'mutable-image-tag')!;
    expect(image.help.text).toContain('Two pods of one Deployment');
  });
});

function sourceOf(uri: string): string {
  const file = decodeURIComponent(uri);
  return richResult.sources.get(file) ?? richResult.sources.get(`../${file}`)!;
}

/** As a reader of the file counts: lines end with CRLF, LF or CR, a byte order mark is no column. */
function offsets(text: string, region: Region): [number, number] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return [
    starts[region.startLine - 1]! + region.startColumn - 1,
    starts[region.endLine - 1]! + region.endColumn - 1,
  ];
}

function cut(text: string, region: Region): string {
  return text.slice(...offsets(text, region));
}

function replaced(text: string, region: Region, inserted: string): string {
  const [start, end] = offsets(text, region);
  return text.slice(0, start) + inserted + text.slice(end);
}
