import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, REFUSED } from './helm-readings.ts';

/** Helm 4 is the one that `loadValues` follows; a `helm` of version 3 does not merge documents. */
const helm = ['helm4', 'helm'].find((name) =>
  /v4\./.test(spawnSync(name, ['version', '--short'], { encoding: 'utf8' }).stdout ?? ''),
);

const title =
  helm === undefined ? 'SKIPPED: no Helm 4 on the PATH to compare with' : 'the tables hold for Helm 4';

describe.skipIf(helm === undefined)(title, () => {
  let directory = '';

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'chartlint-'));
    mkdirSync(path.join(directory, 'chart/templates'), { recursive: true });
    writeFileSync(path.join(directory, 'chart/Chart.yaml'), 'apiVersion: v2\nname: c\nversion: 0.1.0\n');
    writeFileSync(path.join(directory, 'chart/templates/values.yaml'), '{{ .Values | toJson }}\n');
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  const ask = (text: string): unknown => {
    const file = path.join(directory, 'values.yaml');
    writeFileSync(file, text);
    const args = ['template', 'x', path.join(directory, 'chart'), '-f', file];
    const { status, stdout } = spawnSync(helm!, args, { encoding: 'utf8' });
    if (status !== 0) return undefined;
    return JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? 'null');
  };

  it.each(READ)('%s', (_, text, data) => {
    expect(ask(text)).toEqual(data);
  });

  it.each(REFUSED)('refuses %s', (_, text) => {
    expect(ask(text)).toBeUndefined();
  });
});
