import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shippedInputs } from './inputs.ts';
import { median } from './paired-ratio.ts';
import { type CommandLine, runTimed } from './run-timed.ts';

export interface ReleaseRate {
  readonly releases: number;
  readonly bytes: number;
  /** MB a second, the bare start of Node taken off. */
  readonly rate: number;
  /** The time with one unknown key in each release over the time without, median of pairs. */
  readonly unknownKey: number;
}

/**
 * How fast releases with findings are linted: copies of the values.yaml of the shipped charts, which have findings in each, and
 * the same with one unknown key of its own in each. `charts` has a folder for each chart; where it is absent, the defaults of
 * the schemas are taken.
 */
export function measureReleaseRate(
  root: string,
  charts: string,
  folder: string,
  { releases, pairs, bare, lint }: ReleaseRateOptions,
): ReleaseRate {
  const { plain, unknown, bytes } = writeReleases(root, charts, folder, releases);
  const timeIn = (cwd: string): number => runTimed(lint, cwd).wallMs - runTimed(bare, cwd).wallMs;
  const times = Array.from({ length: pairs }, () => ({ plain: timeIn(plain), unknown: timeIn(unknown) }));
  return {
    releases,
    bytes,
    rate: bytes / 1e3 / median(times.map((time) => time.plain)),
    unknownKey: median(times.map((time) => time.unknown / time.plain)),
  };
}

/** Writes so many releases into two folders, those of the second with an unknown key more in each. */
export function writeReleases(
  root: string,
  charts: string,
  folder: string,
  releases: number,
): { readonly plain: string; readonly unknown: string; readonly bytes: number } {
  const texts = shippedInputs(root).map(({ name, yaml }) => {
    const file = path.join(charts, name, 'values.yaml');
    return existsSync(file) ? readFileSync(file, 'utf8') : yaml;
  });
  const plain = path.join(folder, 'releases');
  const unknown = path.join(folder, 'releases-unknown-key');
  let bytes = 0;
  for (let i = 0; i < releases; i++) {
    const text = `${texts[i % texts.length]}\n`;
    bytes += text.length;
    write(path.join(plain, `service${i}`), text);
    write(path.join(unknown, `service${i}`), `${text}nobodyReads${i}: 1\n`);
  }
  return { plain, unknown, bytes };
}

export interface ReleaseRateOptions {
  readonly releases: number;
  readonly pairs: number;
  /** An empty program. */
  readonly bare: CommandLine;
  /** Lints the working directory on one core. */
  readonly lint: CommandLine;
}

function write(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'values.yaml'), text);
}
