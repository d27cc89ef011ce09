import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { toolOnPath } from './tool-on-path.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const available = toolOnPath('pre-commit');
const installation = 600_000;

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
      folder = mkdtempSync(path.join(tmpdir(), 'chartlint-hook-'));
      git('init', '-q', '-b', 'main');
      const revision = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
      const hooks =
        '    hooks:\n      - id: chartlint-fix\n        language_version: system\n      - id: chartlint\n        language_version: system\n';
      write('.pre-commit-config.yaml', `repos:\n  - repo: ${root}\n    rev: ${revision}\n${hooks}`);
      execFileSync('pre-commit', ['install', '--install-hooks'], { cwd: folder, stdio: 'pipe' });
    }, installation);

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
