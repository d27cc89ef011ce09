import { expect, it } from 'vitest';
import { shipped } from '../../src/cli/shipped.ts';
import { packedChart } from '../../src/dev/packed-chart.ts';
import { memoryFiles } from '../../src/files/memory-files.ts';
import { settleProject } from '../../src/lint/settle-project.ts';
import { projectSession } from '../../src/session/project-session.ts';

const SUB = { 'Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n', 'values.yaml': 'a: 1\n' };
/** Something of everything that a run reads; each folder beside the others has a mistake of its own. */
const PROJECT: Record<string, string | Uint8Array> = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.chartlint.yaml': 'charts: [{ files: ["named/*.yaml"], chart: shop }]\n',
  'shop/Chart.yaml':
    'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{ name: sub, version: 1.0.0 }, { name: own, version: 1.0.0 }]\n',
  'shop/values.yaml': 'port: 80\n',
  'shop/values.schema.json': '{"properties": {"port": {"type": "integer"}}}',
  'shop/.helmignore': '*.bak\n',
  'shop/templates/a.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: {{ .Values.port | quote }} }\n',
  'shop/charts/sub-1.0.0.tgz': packedChart('sub', SUB),
  'shop/charts/own/Chart.yaml': SUB['Chart.yaml'].replace('sub', 'own'),
  'shop/charts/own/values.yaml': 'b: 1\n',
  'named/values.yaml': 'port: eighty\n',
  'flux/release.yaml':
    'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a, namespace: b }\nspec:\n  chart: { spec: { chart: ./shop, sourceRef: { kind: GitRepository, name: x } } }\n  values: { port: eighty }\n',
  'flux/kustomization.yaml': 'resources: [release.yaml]\n',
  'helmfile.yaml': 'releases: [{ name: a, chart: ./shop, values: [over.yaml] }]\n',
  'over.yaml': 'port: eighty\n',
  'beside/values.yaml': 'a: [\n',
};

/** The calls that the file system can refuse. */
const CALLS = ['read', 'readText', 'list', 'real', 'isLink'] as const;

/** Lints the project where `refuses` says so for a call: with that code, or with half of what there is. */
async function lintWith(
  refuses: (file: string, call: string) => string | undefined,
  others: typeof PROJECT = {},
) {
  const memory = memoryFiles(
    Object.entries({ ...PROJECT, ...others }).map(([name, text]) => [`/p/${name}`, text]),
  );
  const failing = Object.fromEntries(
    CALLS.map((call) => [
      call,
      (file: string): unknown => {
        const code = refuses(file, call);
        const answer = code === undefined || code === 'short' ? memory[call](file) : undefined;
        if (code === undefined) return answer;
        if (code !== 'short') throw Object.assign(new Error(`${code}: ${file}`), { code });
        const isLong = typeof answer === 'string' || answer instanceof Uint8Array || Array.isArray(answer);
        return isLong ? answer.slice(0, answer.length / 2) : answer;
      },
    ]),
  );
  const options = { cwd: '/p', inputs: [], overlays: [], sets: [], context: { cluster: {} } };
  const session = projectSession({ options, flags: {}, shipped }, { ...memory, ...failing });
  try {
    const { prepared, project } = await session.lint();
    const { findings } = settleProject(project, prepared.policy);
    return findings.map(({ rule, problem, span }) => `${span.source.shown} ${rule}: ${problem}`);
  } catch (error) {
    // Wrong use, where nothing is left to lint.
    if (error instanceof Error && /^(?:UsageError|ReadFailure)$/.test(error.name)) return error.message;
    throw error;
  }
}

const PATHS = new Set(
  Object.keys(PROJECT).flatMap((name) =>
    name.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/')),
  ),
);

it.each([...PATHS].filter((name) => !name.startsWith('.git')))(
  'is told that "%s" cannot be read, beside what all else comes to',
  async (name) => {
    const said = await lintWith((file) => (file === `/p/${name}` ? 'EIO' : undefined));
    if (name === '.chartlint.yaml') {
      expect(said).toBe('".chartlint.yaml" cannot be read: the disk has an error');
      return;
    }
    const others = [
      'beside/values.yaml yaml/syntax',
      'named/values.yaml schema/type',
      'flux/release.yaml schema/type',
      'over.yaml schema/type',
    ];
    const [own] = name.split('/');
    // What needs the chart is not known without it.
    for (const other of others.filter(
      (one) => !one.startsWith(`${own}`) && (own === 'beside' || one.startsWith('beside')),
    ))
      expect(said).toContainEqual(expect.stringContaining(other));
    const told = Array.from(said).filter((one) =>
      new RegExp(`^${name} files/unreadable: ".*" cannot be read`).test(one),
    );
    expect(told).toHaveLength(1);
  },
);

it('says nothing of what the configuration ignores', async () => {
  const config = 'ignore: ["named/**", "helmfile.yaml"]\n';
  const refused = ['/p/named', '/p/helmfile.yaml'];
  const said = await lintWith((file) => (refused.includes(file) ? 'EACCES' : undefined), {
    '.chartlint.yaml': config,
  });
  expect(said).toContainEqual(expect.stringContaining('beside/values.yaml yaml/syntax'));
  expect(String(said)).not.toContain('files/unreadable');
});

it.each(['EIO', 'ENOENT', 'short'])(
  'no single call that fails with %s hides what lies beside it',
  async (code) => {
    for (let at = 1, calls = 0; at <= calls + 17; at += 17) {
      let hit = '';
      calls = 0;
      const said = await lintWith((file, call) => {
        calls += 1;
        if (calls === at) hit = `${call} ${file}`;
        return calls === at ? code : undefined;
      });
      const isHit = /\/p\/(?!beside|\.chartlint)./.test(hit);
      if (isHit)
        expect([hit, ...said]).toContainEqual(expect.stringContaining('beside/values.yaml yaml/syntax'));
      expect([hit, ...said].filter((one) => /(?:chart|rule)\/failed/.test(one))).toEqual([]);
    }
  },
);

// Cut in the empty blocks at its end, Helm reads it as well.
it('takes an archive for a damaged one that is cut anywhere in what it holds', async () => {
  const file = 'shop/charts/sub-1.0.0.tgz';
  const whole = PROJECT[file] as Uint8Array;
  for (let length = 0; length < whole.length - 40; length += 31) {
    const said = await lintWith(() => undefined, { [file]: whole.slice(0, length) });
    expect([length, ...said]).toContainEqual(
      expect.stringMatching(/chart\/unreadable: "charts\/sub-1.0.0.tgz" is no/),
    );
  }
});
