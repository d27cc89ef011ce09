import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { changesFiles } from '../changed-files.ts';
import { type FixtureCase, fixtureCases } from '../fixture-cases.ts';
import { runCli } from '../run-cli.ts';
import { someCases } from '../some-cases.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-shard-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface ReportOfShard {
  readonly releases: readonly { readonly files: readonly string[] }[];
  readonly findings: readonly { readonly file: string; readonly rule: string }[];
  readonly shard: { readonly index: number; readonly plan: string };
}

let runs = 0;

/** Lints every shard; the directory with the reports. */
async function lintShards(args: readonly string[], cwd: string, count: number): Promise<string> {
  runs += 1;
  const reports = path.join(folder, `run-${runs}`);
  mkdirSync(reports);
  for (let i = 1; i <= count; i++) {
    const output = ['--shard', `${i}/${count}`, '--format', `json=${path.join(reports, `${i}.json`)}`];
    const { stderr } = await runCli([...args, ...output], cwd);
    expect(stderr).toBe('');
  }
  return reports;
}

function reportIn(reports: string, index: number): ReportOfShard {
  return JSON.parse(readFileSync(path.join(reports, `${index}.json`), 'utf8'));
}

/** Files in a new directory. */
function project(files: Readonly<Record<string, string>>): string {
  runs += 1;
  const root = path.join(folder, `project-${runs}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const services = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `service${i}/values.yaml`,
      `${'# filler\n'.repeat(i * 20)}image: {repository: shop, tag: latest}\n`,
    ]),
  );

describe('--shard', () => {
  it('puts every release into one part, in its order, and balances the parts', async () => {
    const root = project(services(20));
    const reports = await lintShards([], root, 3);
    const parts = [1, 2, 3].map((index) => reportIn(reports, index).releases.map(({ files }) => files[0]!));
    for (const part of parts) expect(part).toEqual([...part].sort());
    expect(parts.flat().sort()).toEqual(Object.keys(services(20)).sort());
    const bytes = parts.map((part) =>
      part.reduce((sum, file) => sum + readFileSync(path.join(root, file)).length, 0),
    );
    expect(Math.max(...bytes) / Math.min(...bytes)).toBeLessThan(1.3);
    const again = await lintShards([], root, 3);
    for (const index of [1, 2, 3]) expect(reportIn(again, index)).toEqual(reportIn(reports, index));
  });

  it('keeps releases together that share a chart, a file or flags', async () => {
    const chart = (name: string, rest = ''): string =>
      `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${rest}`;
    const root = project({
      'app/Chart.yaml': chart(
        'app',
        'dependencies: [{name: lib, version: 1.0.0, repository: "file://../lib"}]\n',
      ),
      'app/values.yaml': 'a: 1\n',
      'app/values-prod.yaml': 'a: 2\n',
      'lib/Chart.yaml': chart('lib'),
      'lib/values.yaml': 'b: 1\n',
      'other/values.yaml': 'c: 1\n',
    });
    const partOf = async (args: readonly string[]): Promise<Record<string, number>> => {
      const reports = await lintShards(args, root, 2);
      return Object.fromEntries(
        [1, 2].flatMap((index) =>
          reportIn(reports, index).releases.map(({ files }) => [files[0]!, index] as const),
        ),
      );
    };
    const parts = await partOf([]);
    expect(parts['app/values-prod.yaml']).toBe(parts['app/values.yaml']);
    expect(parts['lib/values.yaml']).toBe(parts['app/values.yaml']);
    expect(parts['other/values.yaml']).not.toBe(parts['app/values.yaml']);
    expect(new Set(Object.values(await partOf(['--set', 'x=1'])))).toEqual(new Set([1]));
  });

  it('lints nothing in a part that nothing is left for', async () => {
    const root = project(services(1));
    const { stdout, exitCode } = await runCli(['--shard', '2/2'], root);
    expect([stdout, exitCode]).toEqual(['0 files: nothing to report.\n', 0]);
  });

  it.each([['0/3'], ['4/3'], ['1'], ['1/0'], ['a/b']])('refuses %s', async (shard) => {
    const { stderr, exitCode } = await runCli(['--shard', shard], '/');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('It takes a part and the number of parts, such as 1/3.');
  });

  it.each([['--fix'], ['--diff'], ['--watch'], ['--update-baseline'], ['--stdin']])(
    'does not go with %s',
    async (flag) => {
      const { stderr, exitCode } = await runCli(['--shard', '1/2', flag], project(services(1)));
      expect(exitCode).toBe(2);
      expect(stderr).toBe(`chartlint: --shard lints a part of the releases, so ${flag} cannot go with it\n`);
    },
  );
});

const FORMATS = ['pretty', 'json', 'sarif', 'html', 'junit', 'markdown'];

/** Cases that lint and print; what changes files or reads standard input has no shards. */
const comparable = fixtureCases().filter(
  ({ args, name }) =>
    /^projects\/|\/broken-(?:typos|types)$/.test(name) &&
    !changesFiles(args) &&
    !Object.hasOwn(COMMANDS, args[0] ?? '') &&
    !args.some((arg) => /^(--format|-o|--output|--diff|--shard|--stdin.*|--color|-)$/.test(arg)),
);

interface Outputs {
  /** They write a report in every format. */
  readonly flags: readonly string[];
  /** What was written. The foot of an HTML report names the command and the minute: it is left out. */
  of(format: string): string;
}

function outputs(): Outputs {
  runs += 1;
  const at = path.join(folder, `reports-${runs}`);
  mkdirSync(at);
  return {
    flags: FORMATS.flatMap((format) => ['--format', `${format}=${path.join(at, format)}`]),
    of: (format) => readFileSync(path.join(at, format), 'utf8').replace(/<footer>.*?<\/footer>/s, ''),
  };
}

describe('merge-reports', () => {
  it.each(someCases(comparable))(
    'makes the report of the whole run: $name',
    async ({ args, folder: cwd }: FixtureCase) => {
      const [asked, merged] = [outputs(), outputs()];
      const whole = await runCli([...args, ...asked.flags], cwd);
      if (whole.exitCode === 2) return;
      const reports = await lintShards(args, cwd, 2);
      const flags = args.filter((arg) => /^--(quiet|max-warnings=|fail-on=)/.test(arg));
      const { exitCode } = await runCli(['merge-reports', reports, ...flags, ...merged.flags], cwd);
      for (const format of FORMATS) expect(merged.of(format)).toBe(asked.of(format));
      if (!args.some((arg) => /max-warnings|fail-on/.test(arg))) expect(exitCode).toBe(whole.exitCode);
    },
  );
});

describe('merge-reports, with what does not make a whole run', () => {
  const merge = async (
    names: readonly string[],
    cwd: string,
  ): Promise<{ stderr: string; exitCode: number; stdout: string }> =>
    runCli(['merge-reports', ...names], cwd);

  it('names what is missing, twice there, or of another run', async () => {
    const root = project(services(4));
    const reports = await lintShards([], root, 3);
    const others = await lintShards(['--env', 'production'], root, 3);
    const part = (index: number, folder = reports): string => path.join(folder, `${index}.json`);
    const [one, two, three] = [part(1), part(2), part(3)];
    const all = await merge([three, one, two], root);
    expect([all.exitCode, all.stderr]).toEqual([0, '']);
    expect((await merge([one], root)).stderr).toBe(
      'chartlint: the report of shard 2/3, 3/3 is missing; without it the findings are not complete\n',
    );
    expect((await merge([one, two, two], root)).stderr).toBe(
      `chartlint: "${two}" and "${two}" are both of shard 2/3\n`,
    );
    const mixed = await merge([one, part(2, others), three], root);
    expect(mixed.exitCode).toBe(2);
    expect(mixed.stderr).toBe(
      `chartlint: "${one}" and "${part(2, others)}" are of different runs; lint the same files with the same flags in every shard\n`,
    );
  });

  it('says what is no report, or none of a shard, or of another version', async () => {
    const root = project({ ...services(2), 'empty/readme.md': '' });
    const reports = await lintShards([], root, 1);
    const report = JSON.parse(readFileSync(path.join(reports, '1.json'), 'utf8'));
    const { shard, ...whole } = report;
    const files: Readonly<Record<string, unknown>> = {
      whole,
      other: { ...report, tool: { name: 'chartlint', version: '0.0.1' } },
      keys: { hello: 1 },
      odd: { ...report, summary: { ...report.summary, errors: 'none' } },
      loose: { ...report, shard: { ...shard, details: [] } },
    };
    for (const [name, data] of Object.entries(files)) {
      writeFileSync(path.join(root, `${name}.json`), JSON.stringify(data));
    }
    writeFileSync(path.join(root, 'text.json'), 'chartlint: nothing to report');
    const saying = async (name: string): Promise<string> => {
      const { stderr, exitCode } = await merge([name], root);
      expect(exitCode).toBe(2);
      return stderr.replace('chartlint: ', '').trim();
    };
    expect(await saying('whole.json')).toBe(
      '"whole.json" is the report of a whole run; only those of "chartlint --shard i/n" are merged',
    );
    expect(await saying('other.json')).toMatch(
      /^"other.json" was written by chartlint 0\.0\.1, and this is .*; lint every shard with the version that merges$/,
    );
    expect(await saying('text.json')).toBe(
      '"text.json" is no report of "chartlint --format json": it is not JSON',
    );
    expect(await saying('keys.json')).toMatch(/^"keys.json" is no report of "chartlint --format json": /);
    expect(await saying('odd.json')).toMatch(/: "summary\.errors" is something else$/);
    expect(await saying('loose.json')).toMatch(/: its parts do not fit together$/);
    expect(await saying('none.json')).toBe('"none.json" cannot be read: it does not exist');
    expect(await saying('empty')).toBe('"empty" holds no JSON file');
  });

  it('fails as the whole run does', async () => {
    const root = project(services(4));
    const reports = await lintShards([], root, 2);
    for (const [flags, exitCode] of [
      [[], 0],
      [['--fail-on', 'warning'], 1],
      [['--max-warnings', '3'], 1],
      [['--max-warnings', '4'], 0],
    ] as const) {
      expect((await runCli(['merge-reports', reports, ...flags], root)).exitCode).toBe(exitCode);
    }
  });
});

describe('merge-reports, when files are not what was linted', () => {
  const SECRET = 'hunter2hunter2';

  it('shows no code of them, and no secret that moved', async () => {
    const text = `image: {repository: shop, tag: latest}\nauth: {password: ${SECRET}}\n`;
    const root = project({ 'values.yaml': text });
    const reports = await lintShards(['--rule', 'secret-inline=warning'], root, 1);
    expect(readFileSync(path.join(reports, '1.json'), 'utf8')).not.toContain(SECRET);
    const before = await runCli(['merge-reports', reports], root);
    expect(before.stdout).toContain('1 | image: {repository: shop, tag: latest}');
    expect(before.stdout).not.toContain(SECRET);
    writeFileSync(
      path.join(root, 'values.yaml'),
      `a: 1\nb: 1\nauth: {password: ${SECRET}}\nimage: {tag: latest}\n`,
    );
    for (const format of ['pretty', 'html', 'sarif']) {
      const { stdout } = await runCli(['merge-reports', reports, '--format', format], root);
      expect(stdout).toContain('mutable-image-tag');
      expect(stdout).not.toContain(SECRET);
      expect(stdout).not.toContain('{tag: latest}');
    }
    const after = await runCli(['merge-reports', reports], root);
    expect(after.stdout).toContain(before.stdout.split('\n')[0]);
    expect((await runCli(['merge-reports', reports, '--format', 'json'], folder)).stdout).toBe(
      (await runCli(['merge-reports', reports, '--format', 'json'], root)).stdout,
    );
  });
});
