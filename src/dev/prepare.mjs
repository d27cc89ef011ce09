import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Builds after an installation. `npm install --global` of a git repository (pre-commit does that) installs the development
 * dependencies globally as well, where the build does not find them; then they are installed here first. Plain JavaScript,
 * because the TypeScript runner is one of them.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (args) =>
  execFileSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      npm_config_global: 'false',
      npm_config_location: 'project',
      npm_config_prefix: undefined,
    },
  });
if (!existsSync(new URL('../../node_modules/esbuild', import.meta.url))) {
  run(['install', '--no-save', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
}
run(['run', 'build']);
