import { expect, it } from 'vitest';
import { shipped } from '../../src/cli/shipped.ts';
import { FactRecorder } from '../../src/files/fact-recorder.ts';
import { memoryFiles } from '../../src/files/memory-files.ts';
import { settleProject } from '../../src/lint/settle-project.ts';
import { projectSession } from '../../src/session/project-session.ts';
import { MemoryStore } from '../../src/session/release-store.ts';

const CHART = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';
const SCHEMA = '{"properties": {"port": {"type": "integer"}}}';

/** A session over a chart with two values files, an overlay and a lonely file; it tells which releases it linted. */
function session() {
  const memory = memoryFiles([
    ['/p/shop/Chart.yaml', CHART],
    ['/p/shop/values.yaml', 'port: 80\n'],
    ['/p/shop/values.schema.json', SCHEMA],
    ['/p/shop/values-prod.yaml', 'port: eighty\n'],
    ['/p/alone/values.yaml', '# chartlint-disable-file chart/unknown\nport: x\n'],
    ['/p/over.yaml', '# chartlint-disable-file schema/type\nname: a\n'],
  ]);
  const recorder = new FactRecorder(memory);
  const linted: string[] = [];
  class Counting extends MemoryStore {
    override add(...args: Parameters<MemoryStore['add']>) {
      linted.push(args[0].files[0]!.slice('/p/'.length));
      return super.add(...args);
    }
  }
  const options = { cwd: '/p', inputs: [], overlays: ['over.yaml'], sets: [], context: { cluster: {} } };
  const made = projectSession({ options, flags: {}, shipped, store: () => new Counting(recorder) }, recorder);
  const lint = async () => {
    linted.length = 0;
    const { prepared, project } = await made.lint();
    const { findings, suppressed, files } = settleProject(project, prepared.policy);
    const ids = [...findings, ...suppressed.map(({ finding }) => finding)].map(
      ({ rule, span }) => `${span.source.shown} ${rule}`,
    );
    return { ids: ids.sort(), suppressed: suppressed.length, files, linted: [...linted].sort() };
  };
  const write = (file: string, text: string | undefined): void => {
    if (text === undefined) memory.remove(`/p/${file}`);
    else memory.write(`/p/${file}`, text);
    made.change([`/p/${file}`]);
  };
  return { lint, write, explain: made.explain };
}

it('lints again only what a change touches, and finds what a new session finds', async () => {
  const { lint, write } = session();
  const all = ['alone/values.yaml', 'shop/values-prod.yaml', 'shop/values.yaml'];
  const first = await lint();
  expect(first.linted).toEqual(all);
  expect(first.ids).toContain('shop/values-prod.yaml schema/type');
  expect(await lint()).toEqual({ ...first, linted: [] });

  write('shop/values-prod.yaml', 'port: 8080\n');
  const mended = await lint();
  expect(mended.linted).toEqual(['shop/values-prod.yaml']);
  expect(mended.ids).not.toContain('shop/values-prod.yaml schema/type');
  expect(mended.files).toBe(first.files);

  write('shop/values.schema.json', '{"properties": {"port": {"type": "string"}}}');
  const stricter = await lint();
  expect(stricter.linted).toEqual(['shop/values-prod.yaml', 'shop/values.yaml']);
  expect(stricter.ids).toContain('shop/values-prod.yaml schema/type');

  write('over.yaml', 'name: b\n');
  expect((await lint()).linted).toEqual(all);

  write('alone/values.yaml', undefined);
  write('shop/values-test.yaml', 'port: 1\n');
  const moved = await lint();
  // The new file is one of `.Files` for all releases of the chart.
  expect(moved.linted).toEqual(['shop/values-prod.yaml', 'shop/values-test.yaml', 'shop/values.yaml']);
  expect(moved.ids.some((id) => id.startsWith('alone/'))).toBe(false);

  write('chartlint.config.yaml', 'rules: { schema/type: off }\n');
  const configured = await lint();
  expect(configured.linted).toHaveLength(3);
  expect(configured.ids.some((id) => id.endsWith('schema/type'))).toBe(false);
});

it('keeps the comments of a file that several releases share, whichever of them is linted again', async () => {
  const { lint, write } = session();
  const before = await lint();
  write('alone/values.yaml', '# chartlint-disable-file chart/unknown\nport: y\n');
  const after = await lint();
  expect(after).toEqual({ ...before, linted: ['alone/values.yaml'] });
  expect(after.files).toBe(4);
});

it('explains a value in each release', async () => {
  const { explain } = session();
  const { releases } = await explain(['port']);
  expect(releases.map(({ input, explanation }) => [input.name, explanation.value])).toEqual([
    ['over.yaml', 'x'],
    ['over.yaml', 'eighty'],
    ['over.yaml', 80],
  ]);
});
