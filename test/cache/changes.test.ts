import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../run-cli.ts';
import { someCases } from '../some-cases.ts';
import { cacheIn, markKept, replayed, runKept } from './kept-cli.ts';

const FILES: Readonly<Record<string, string>> = {
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'shop/values.yaml': 'replicas: 1\nmode: small\nimage:\n  repository: shop\n  tag: latest\n',
  'shop/values-prod.yaml': 'replicas: many\nimage:\n  tag: latest\n',
  'shop/values.schema.json': JSON.stringify({
    type: 'object',
    properties: {
      replicas: { $ref: 'parts.json#/count' },
      mode: { enum: ['small'] },
      note: { $ref: 'lib/note.json' },
    },
  }),
  'shop/parts.json': '{"count":{"type":"integer"}}',
  'shop/templates/deployment.yaml': 'replicas: {{ .Values.replicas }}\nmode: {{ .Values.mode }}\n',
  'shop/charts/cart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
  'shop/charts/cart/values.yaml': 'size: 1\n',
  'far/values.yaml': 'replicas: 1\nimage:\n  repository: far\n  tag: latest\n',
  'linked/real.yaml':
    'replicas: 1\nimage:\n  repository: one\n  tag: latest # chartlint-disable-line mutable-image-tag\n' +
    'sidecar:\n  image:\n    repository: three\n    tag: latest\n',
  'rules/acme.mjs':
    "import { limit } from './limit.mjs';\n" +
    "export default { name: 'acme', rules: [{ id: 'few', severity: 'warning', recommended: true,\n" +
    "  docs: { summary: 'Few.', why: 'Few.', source: 'None.' },\n" +
    "  examples: { bad: [{ values: 'n: 9\\n' }], good: [{ values: 'n: 1\\n' }] },\n" +
    "  *check(release) { if (release.values.data.replicas !== limit) yield { at: ['replicas'], message: 'Too many.' }; } }] };\n",
  'rules/limit.mjs': 'export const limit = 0;\n',
  'chartlint.config.yaml': 'plugins: [./rules/acme.mjs]\nbaseline: baseline.yaml\n',
  'baseline.yaml': 'version: 1\nentries: []\n',
  'over.yaml': 'mode: small\n',
  '.kept/note.json': '{"type":"string"}',
};
/** Every release of the project, by its strongest file of its own. */
const ALL = ['far/values.yaml', 'linked/values.yaml', 'shop/values-prod.yaml', 'shop/values.yaml'];
const OF_SHOP = ['shop/values-prod.yaml', 'shop/values.yaml'];

/** What changes, and which releases must be linted anew; a list of all when the settings of the run changed. */
interface Change {
  readonly what: string;
  readonly change: (project: Project) => void;
  readonly anew: readonly string[];
}

class Project {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'chartlint-changes-'));
  at(file: string): string {
    return path.join(this.folder, file);
  }
  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), text);
  }
  replace(file: string, old: string, by: string): void {
    const text = readFileSync(this.at(file), 'utf8');
    expect(text).toContain(old);
    this.write(file, text.replace(old, by));
  }
  remove(file: string): void {
    rmSync(this.at(file), { recursive: true });
  }
  link(file: string, target: string): void {
    rmSync(this.at(file), { force: true });
    symlinkSync(target, this.at(file));
  }
}

const CHANGES: readonly Change[] = [
  {
    what: 'values are edited',
    change: (p) => p.replace('far/values.yaml', 'far', 'fat'),
    anew: ['far/values.yaml'],
  },
  {
    what: 'values are edited, and size and time of the change stay',
    change: (p) => {
      const { atime, mtime } = statSync(p.at('far/values.yaml'));
      p.replace('far/values.yaml', 'latest', 'nightly'.slice(0, 6));
      utimesSync(p.at('far/values.yaml'), atime, mtime);
    },
    anew: ['far/values.yaml'],
  },
  {
    what: 'a values file is added to a folder',
    change: (p) => p.write('far/values-new.yaml', 'replicas: 1\n'),
    anew: ['far/values-new.yaml'],
  },
  {
    what: 'a folder with values is added',
    change: (p) => p.write('new/values.yaml', 'replicas: 1\n'),
    anew: ['new/values.yaml'],
  },
  // Every file of a chart is one of `.Files`.
  {
    what: 'a values file of a chart is removed',
    change: (p) => p.remove('shop/values-prod.yaml'),
    anew: ['shop/values.yaml'],
  },
  {
    what: 'a link that leads nowhere is added to a chart',
    change: (p) => p.link('shop/lost', 'nowhere'),
    anew: OF_SHOP,
  },
  { what: 'a file of -f is edited', change: (p) => p.write('over.yaml', 'mode: large\n'), anew: ALL },
  { what: 'a file of --set-file is edited', change: (p) => p.write('note.txt', 'other'), anew: ALL },
  {
    what: 'the schema is edited',
    change: (p) => p.replace('shop/values.schema.json', 'small', 'large'),
    anew: OF_SHOP,
  },
  { what: 'the schema is removed', change: (p) => p.remove('shop/values.schema.json'), anew: OF_SHOP },
  {
    what: 'a schema that the schema refers to is edited',
    change: (p) => p.replace('shop/parts.json', 'integer', 'string'),
    anew: OF_SHOP,
  },
  {
    what: 'the way to a schema that the schema refers to leads elsewhere',
    change: (p) => {
      p.write('shop/other.json', '{"count":{"type":"integer"}} ');
      p.link('shop/parts.json', 'other.json');
    },
    anew: OF_SHOP,
  },
  {
    what: 'the folder of a schema that the schema refers to moves out of the project',
    change: (p) => {
      const outside = `${p.folder}-outside`;
      cpSync(p.at('.kept'), outside, { recursive: true });
      p.link('shop/lib', outside);
    },
    anew: OF_SHOP,
  },
  {
    what: 'there is something where a link to a Chart.yaml leads',
    change: (p) => p.write('.kept/Chart.yaml', 'name: far\nversion: 1.0.0\n'),
    // The chart shop holds the folder as `lib`.
    anew: ['far/values.yaml', ...OF_SHOP],
  },
  {
    what: 'Chart.yaml is edited',
    change: (p) => p.replace('shop/Chart.yaml', 'shop', 'shot'),
    anew: OF_SHOP,
  },
  {
    what: 'Chart.yaml appears beside values',
    change: (p) => p.write('linked/Chart.yaml', 'name: far\nversion: 1.0.0\n'),
    anew: ['linked/values.yaml'],
  },
  {
    what: 'Chart.yaml appears above all values',
    change: (p) => p.write('Chart.yaml', 'name: all\nversion: 1.0.0\n'),
    anew: ['far/values.yaml', 'linked/values.yaml'],
  },
  { what: 'Chart.yaml is removed', change: (p) => p.remove('shop/Chart.yaml'), anew: OF_SHOP },
  {
    what: 'a template is edited',
    change: (p) => p.replace('shop/templates/deployment.yaml', 'mode', 'mood'),
    anew: OF_SHOP,
  },
  {
    what: 'a template is added',
    change: (p) => p.write('shop/templates/b.yaml', '{{ .Values.b }}'),
    anew: OF_SHOP,
  },
  {
    what: 'values of a subchart are edited',
    change: (p) => p.write('shop/charts/cart/values.yaml', 'size: 2\n'),
    anew: OF_SHOP,
  },
  {
    what: 'a subchart is added',
    change: (p) => p.write('shop/charts/till/Chart.yaml', 'name: till\nversion: 1.0.0\n'),
    anew: OF_SHOP,
  },
  { what: 'a subchart is removed', change: (p) => p.remove('shop/charts/cart'), anew: OF_SHOP },
  {
    what: 'a link to values leads elsewhere',
    change: (p) => {
      p.write('linked/other.yaml', 'replicas: 1\nimage:\n  repository: two\n  tag: latest\n');
      p.link('linked/values.yaml', 'other.yaml');
    },
    anew: ['linked/values.yaml'],
  },
  {
    what: 'what a link to values leads to is edited',
    change: (p) => p.replace('linked/real.yaml', 'one', 'two'),
    anew: ['linked/values.yaml'],
  },
  {
    what: 'the configuration is edited',
    change: (p) => p.replace('chartlint.config.yaml', 'plugins', 'environment: production\nplugins'),
    anew: ALL,
  },
  {
    what: 'the configuration ignores a file',
    change: (p) => p.replace('chartlint.config.yaml', 'plugins', 'ignore: [far/**]\nplugins'),
    anew: [],
  },
  { what: 'the configuration is removed', change: (p) => p.remove('chartlint.config.yaml'), anew: ALL },
  {
    what: 'a comment in the configuration is edited',
    change: (p) => p.replace('chartlint.config.yaml', 'plugins', '# new\nplugins'),
    anew: [],
  },
  {
    what: 'a plugin is edited',
    change: (p) => p.replace('rules/acme.mjs', 'Too many', 'Far too many'),
    anew: ALL,
  },
  {
    what: 'what a plugin imports is edited',
    change: (p) => p.write('rules/limit.mjs', 'export const limit = 1;\n'),
    anew: ALL,
  },
  {
    what: 'the baseline is edited',
    change: (p) =>
      p.write(
        'baseline.yaml',
        'version: 1\nentries:\n  - { rule: mutable-image-tag, file: far/values.yaml, path: /image/tag, count: 1 }\n',
      ),
    anew: [],
  },
  { what: 'the baseline is removed', change: (p) => p.remove('baseline.yaml'), anew: [] },
  {
    what: 'the root of the repository moves',
    change: (p) => mkdirSync(p.at('shop/.git')),
    // Helm loads whatever lies in the folder of a chart.
    anew: OF_SHOP,
  },
];

const ARGS = [
  '.',
  'linked/values.yaml',
  '-f',
  'over.yaml',
  '--set-file',
  'note=note.txt',
  '--format',
  'concise',
  '--cache',
];

// A run an hour after the last change trusts the times of files; one right after it compares contents.
describe.each([
  ['by times', 3_600_000],
  ['by content', 0],
])('with --cache, %s,', (_, pause) => {
  let project: Project;
  let plain: string[];
  beforeEach(() => {
    project = new Project();
    for (const [file, text] of Object.entries(FILES)) project.write(file, text);
    project.write('note.txt', 'text');
    project.link('linked/values.yaml', 'real.yaml');
    project.link('shop/lib', '../.kept');
    project.link('far/Chart.yaml', '../.kept/Chart.yaml');
    mkdirSync(project.at('.git'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + pause });
    plain = ARGS.filter((arg) => arg !== '--cache');
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(project.folder, { recursive: true });
    rmSync(`${project.folder}-caches`, { recursive: true, force: true });
    rmSync(`${project.folder}-outside`, { recursive: true, force: true });
  });

  it.each(someCases(CHANGES))('what is printed is right when $what', async ({ change, anew }) => {
    const before = await runCli(plain, project.folder);
    expect(await runKept(ARGS, project.folder)).toEqual(before);
    expect(replayed(ARGS, project.folder)).toEqual(before);

    change(project);
    const after = await runCli(plain, project.folder);
    expect(replayed(ARGS, project.folder), 'the whole run is known no more').toBeUndefined();
    const copy = `${project.folder}-marked`;
    cpSync(cacheIn(project.folder).folder, copy, { recursive: true });
    markKept(cacheIn(project.folder, copy));
    const marked = await runKept([...plain, '--cache-location', copy], project.folder);
    rmSync(copy, { recursive: true });
    expect(anewIn(marked.stdout), 'only what changed is linted').toEqual(anew);
    expect(await runKept(ARGS, project.folder)).toEqual(after);
    expect(replayed(ARGS, project.folder)).toEqual(after.exitCode === 2 ? undefined : after);
  });
});

/** The values files that have findings without the mark of the cache. What is said once for several files is worded anew. */
function anewIn(report: string): string[] {
  const lines = report
    .split('\n')
    .filter(
      (line) => /^\S*values[\w-]*\.yaml:\d+:\d+: /.test(line) && !/KEPT |\[chart\/unknown\]$/.test(line),
    );
  return [...new Set(lines.map((line) => line.split(':')[0]!))].sort();
}
