import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { fileOfKeys } from './inputs.ts';
import { mistakes } from './mistakes.ts';
import { median } from './paired-ratio.ts';
import { runTimed } from './run-timed.ts';

/** How the time grows when one dimension of the input doubles. */
export interface GrowthStep {
  readonly dimension: string;
  readonly size: number;
  /** Wall time of the whole process. */
  readonly ms: number;
  /** Time beyond that of an empty file, over the same of the size before; undefined for the first. */
  readonly factor: number | undefined;
  readonly inputBytes: number;
  readonly peak: number | undefined;
}

interface Sample {
  readonly args: string[];
  readonly bytes: number;
}

/** Measures keys, findings and layers, each over a series of doublings. */
export function measureGrowth(cli: string, folder: string, isFull: boolean): GrowthStep[] {
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const empty = write('empty.yaml', '{}\n');
  const series: Record<string, { sizes: number[]; sample: (size: number) => Sample }> = {
    keys: {
      sizes: isFull
        ? [125_000, 250_000, 500_000, 1_000_000, 2_000_000, 4_000_000]
        : [50_000, 100_000, 200_000],
      sample: (size) => {
        const text = fileOfKeys(size);
        return { args: [write('keys.yaml', text)], bytes: text.length };
      },
    },
    layers: {
      sizes: isFull ? [50, 100, 200, 400] : [50, 100],
      sample: (size) => {
        const text = fileOfKeys(1000);
        const overlays = Array.from({ length: size }, (_, i) => ['-f', write(`layer${i}.yaml`, text)]).flat();
        return { args: [write('layers.yaml', text), ...overlays], bytes: text.length * (size + 1) };
      },
    },
  };
  for (const { name, schema, values } of mistakes) {
    series[`findings: ${name}`] = {
      sizes: isFull ? [5_000, 10_000, 20_000, 40_000] : [5_000, 10_000],
      sample: (size) => {
        const text = stringify(values(size));
        const file = write('schema.json', JSON.stringify(schema));
        return { args: [write('findings.yaml', text), '--schema', file], bytes: text.length };
      },
    };
  }
  const floor = median(
    [1, 2, 3].map(() => runTimed([process.execPath, cli, empty, '--no-config'], folder).wallMs),
  );
  return Object.entries(series).flatMap(([dimension, { sizes, sample }]) => {
    let before: number | undefined;
    return sizes.map((size) => {
      const { args, bytes } = sample(size);
      const runs = Array.from({ length: isFull ? 3 : 1 }, () =>
        runTimed([process.execPath, cli, ...args, '--no-config', '--format', 'json'], folder, {
          withPeak: true,
        }),
      );
      const ms = median(runs.map(({ wallMs }) => wallMs));
      const factor = before === undefined ? undefined : (ms - floor) / before;
      before = ms - floor;
      return { dimension, size, ms, factor, inputBytes: bytes, peak: runs[0]?.peak };
    });
  });
}
