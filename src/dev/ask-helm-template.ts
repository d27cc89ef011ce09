import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Helm } from './find-helm.ts';

/** What `helm template` answered. */
export interface TemplateAnswer {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `helm template`. With a folder to keep answers in, the same question is asked once; `again` asks anew and keeps the
 * second answer apart.
 */
export async function askHelmTemplate(
  helm: Helm,
  args: readonly string[],
  options: { readonly cwd: string; readonly keep?: string | undefined; readonly again?: boolean },
): Promise<TemplateAnswer> {
  const { cwd, keep, again = false } = options;
  const key = createHash('sha256')
    .update(JSON.stringify([helm.version, cwd, args, again]))
    .digest('hex');
  const file = keep === undefined ? undefined : path.join(keep, key.slice(0, 2), `${key}.json`);
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as TemplateAnswer;
  const answer = await run(helm.binary, ['template', ...args], cwd);
  if (file !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(answer));
  }
  return answer;
}

function run(binary: string, args: readonly string[], cwd: string): Promise<TemplateAnswer> {
  return new Promise((resolve) => {
    execFile(binary, args, { cwd, maxBuffer: 1 << 28, timeout: 120_000 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, stdout, stderr });
    });
  });
}
