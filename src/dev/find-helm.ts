import { execFileSync } from 'node:child_process';
import type { HelmName } from './helm-case.ts';

/** A Helm on this machine. */
export interface Helm {
  readonly name: HelmName;
  readonly binary: string;
  readonly version: string;
}

/**
 * The Helms on this machine: `CHARTLINT_HELM3`/`CHARTLINT_HELM4` in the environment, else `helm3`, `helm4` or `helm` on
 * the PATH, whichever reports the major version.
 */
export function findHelms(): Helm[] {
  const helms: Helm[] = [];
  for (const major of [3, 4] as const) {
    const candidates = [process.env[`CHARTLINT_HELM${major}`], `helm${major}`, 'helm'];
    for (const binary of candidates) {
      if (!binary) continue;
      const version = versionOf(binary);
      if (!version?.startsWith(`v${major}.`)) continue;
      helms.push({ name: `helm${major}`, binary, version });
      break;
    }
  }
  return helms;
}

function versionOf(binary: string): string | undefined {
  const version = run(binary, ['version', '--template', '{{.Version}}']);
  // A Helm built by `go install` knows only its minor version; Go knows the module's.
  if (version === undefined || /^v\d+\.\d+\.\d+/.test(version)) return version;
  const path = run('sh', ['-c', 'command -v "$0"', binary]);
  const built = path && run('go', ['version', '-m', path]);
  return /\smod\s+helm\.sh\/helm\/v\d+\s+(v\S+)/.exec(built ?? '')?.[1] ?? version;
}

function run(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
