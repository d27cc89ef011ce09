import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = path.join(root, 'action', 'index.mjs');
/** CI names the Node that GitHub runs Actions with; elsewhere the current one has to do. */
const node = process.env.CHARTLINT_NODE24 ?? process.execPath;

/** Runs the committed bundle as the runner does. */
function runStep(workspace: string, inputs: Record<string, string>) {
  const temp = mkdtempSync(path.join(tmpdir(), 'chartlint-runner-'));
  const output = path.join(temp, 'output');
  const summary = path.join(temp, 'summary');
  writeFileSync(output, '');
  writeFileSync(summary, '');
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  const { status, stdout, stderr } = spawnSync(node, [bundle], { cwd: workspace, env, encoding: 'utf8' });
  return {
    status,
    stdout,
    stderr,
    output: readFileSync(output, 'utf8'),
    summary: readFileSync(summary, 'utf8'),
  };
}

function workspace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint workspace-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder]);
  cpSync(path.join(root, 'fixtures', 'projects', 'tour'), path.join(folder, 'deploy'), { recursive: true });
  return folder;
}

describe(`the GitHub Action on Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`, () => {
  it('annotates, writes the summary and the outputs, and fails on errors', () => {
    const folder = workspace();
    const step = runStep(folder, {
      paths: 'deploy',
      cni: 'flannel',
      'sarif-file': 'out.sarif',
      format: 'github',
    });
    expect(step.stderr).toBe('');
    expect(step.status).toBe(1);
    expect(step.stdout).toMatch(/^::error file=deploy\/colonyos\.values\.yaml,line=\d+/m);
    expect(step.output).toMatch(/^errors=[1-9]\d*\nwarnings=[1-9]\d*\nfixable=\d+\nsarif=.*out\.sarif\n$/);
    expect(step.summary).toContain('storage-mode-mismatch');
    expect(JSON.parse(readFileSync(path.join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('passes when nothing reaches fail-on, works in the working directory, and takes paths with spaces line by line', () => {
    const folder = workspace();
    writeFileSync(path.join(folder, 'deploy', 'my values.yaml'), 'image: nginx:latest\n');
    const step = runStep(folder, {
      'working-directory': 'deploy',
      paths: 'my values.yaml\n',
      'fail-on': 'error',
    });
    expect(step.status).toBe(0);
    expect(step.stdout).toContain('::warning file=deploy/my values.yaml,line=1');
    expect(step.output).toContain('errors=0\nwarnings=1\n');
    expect(
      runStep(folder, { 'working-directory': 'deploy', paths: 'my values.yaml\n', 'max-warnings': '0' })
        .status,
    ).toBe(1);
  });

  it('lints only what git sees changed', () => {
    const folder = workspace();
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
    git('add', '.');
    git('commit', '-q', '-m', 'all');
    git('checkout', '-q', '-b', 'work');
    writeFileSync(path.join(folder, 'deploy', 'new-values.yaml'), 'image: nginx:latest\n');
    const step = runStep(folder, { 'changed-only': 'true' });
    expect(step.status).toBe(0);
    expect(step.output).toContain('errors=0\nwarnings=1\n');
  });

  it('says what is wrong with an input and exits with 2', () => {
    const step = runStep(workspace(), { chart: 'zymtrce' });
    expect(step.status).toBe(2);
    expect(step.stderr).toContain('--chart: "zymtrce" is neither');
  });
});
