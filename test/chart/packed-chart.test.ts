import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/api-node/lint.ts';
import { packedChart } from '../../src/dev/packed-chart.ts';

describe('a packed chart that is named', () => {
  it.each(['shop-1.0.0.tgz', 'shop-1.0.0.tar.gz'])('is read from %s', async (file) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'chartlint-packed-'));
    const packed = packedChart('shop', {
      'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'values.yaml': 'replicas: 1\n',
      'templates/a.yaml': 'replicas: {{ .Values.replicas }}\n',
    });
    writeFileSync(path.join(cwd, file), packed);
    writeFileSync(path.join(cwd, 'prod.yaml'), 'replica: 2\n');
    const { findings } = await lint(['prod.yaml'], { cwd, chart: file });
    rmSync(cwd, { recursive: true });
    expect(findings.map(({ rule, help }) => `${rule}: ${help}`)).toEqual([
      'unknown-key: Did you mean "replicas"?',
    ]);
  });
});
