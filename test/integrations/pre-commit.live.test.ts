import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostTarget } from '../../src/dev/executable-targets.ts';
import { toolOnPath } from './tool-on-path.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const available = toolOnPath('pre-commit');

describe.skipIf(!available)(
  `pre-commit hooks${available ? '' : ' (skipped: pre-commit is not on this machine)'}`,
  () => {
    let folder = '';
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    const commit = () =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-m', 'change'], {
        cwd: folder,
        encoding: 'utf8',
      });
    const write = (name: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
      git('add', name);
    };

    beforeAll(() => {
      // The real executable is tried by .ci/channels; this one is the built program under its name.
      const releases = mkdtempSync(path.join(tmpdir(), 'chartlint-releases-'));
      const program = `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist', 'cli.cjs')}' "$@"\n`;
      const { name } = hostTarget();
      writeFileSync(path.join(releases, `chartlint-${name}`), program);
      const sum = createHash('sha256').update(program).digest('hex');
      writeFileSync(path.join(releases, 'checksums.txt'), `${sum}  chartlint-${name}\n`);
      folder = mkdtempSync(path.join(tmpdir(), 'chartlint-hook-'));
      git('init', '-q', '-b', 'main');
      const revision = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
      const hooks = '    hooks:\n      - id: chartlint-fix\n      - id: chartlint\n';
      write('.pre-commit-config.yaml', `repos:\n  - repo: ${root}\n    rev: ${revision}\n${hooks}`);
      process.env.CHARTLINT_DOWNLOADS = releases;
      process.env.PRE_COMMIT_HOME = path.join(releases, 'home');
      execFileSync('pre-commit', ['install', '--install-hooks'], { cwd: folder, stdio: 'pipe' });
      // Two seconds, on a machine that does nothing else.
    }, 60_000);
    afterAll(() => {
      delete process.env.CHARTLINT_DOWNLOADS;
      delete process.env.PRE_COMMIT_HOME;
    });

    it('passes a good commit of many files at once, names with spaces too, and leaves other files alone', () => {
      for (let i = 0; i < 40; i++)
        write(`apps/app ${i}/values.yaml`, 'image:\n  repository: team/app\n  tag: 1.4.2\n');
      write('templates/values.yaml', '{{ not: yaml\n');
      write('notes.yaml', 'image: nginx:latest\n');
      const { status, stdout, stderr } = commit();
      expect(`${stdout}${stderr}`).toMatch(/chartlint\.+Passed/);
      expect(status).toBe(0);
    });

    it('blocks a bad commit and shows the finding', () => {
      write('apps/bad one/values.yaml', 'pool:\n  maxOpenConns: 5\n  maxIdleConns: 9\n');
      const { status, stdout, stderr } = commit();
      expect(status).toBe(1);
      expect(`${stdout}${stderr}`).toMatch(
        /error\[pool-idle-differs-from-open\]: pool.maxIdleConns is .*\n.*--> apps\/bad one\/values.yaml:3:17\n/,
      );
      git('rm', '-qf', 'apps/bad one/values.yaml');
    });

    it('lints the chart when only a template of it is in the commit', () => {
      const object = (name: string): string =>
        `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.${name} }}\n`;
      write('charts/shop/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
      write('charts/shop/values.yaml', 'name: shop\nreplicas: 1\n');
      write('charts/shop/templates/a.yaml', object('name'));
      expect(commit().status).toBe(0);
      write('charts/shop/templates/a.yaml', object('replicas'));
      const { status, stdout, stderr } = commit();
      expect(status).toBe(1);
      expect(`${stdout}${stderr}`).toContain('name wants text, not the number 1');
      git('rm', '-rqf', 'charts');
    });

    it('lints everything where nothing is staged', () => {
      commit();
      write('apps/left/values.yaml', 'pool:\n  maxOpenConns: 5\n  maxIdleConns: 9\n');
      git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'past the hook');
      const { status, stdout } = spawnSync('pre-commit', ['run', 'chartlint', '--all-files'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stdout).toContain('apps/left/values.yaml:3:17');
      git('rm', '-qf', 'apps/left/values.yaml');
    });

    it('fixes what is safe to fix', () => {
      write('apps/fix/values.yaml', 'podAnnotations:\n  prometheus.io/scrape: true # for the scraper\n');
      expect(commit().status).toBe(1);
      expect(readFileSync(path.join(folder, 'apps/fix/values.yaml'), 'utf8')).toBe(
        'podAnnotations:\n  prometheus.io/scrape: "true" # for the scraper\n',
      );
      git('add', '.');
      expect(commit().status).toBe(0);
    });
  },
);
