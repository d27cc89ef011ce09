import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HelmName } from './helm-case.ts';
import type { TemplateCase } from './template-case.ts';

const SOURCE = fileURLToPath(new URL('../../test/templates/judge/', import.meta.url));
const FLAGS = { helm3: ['-modfile', 'helm3.mod', '-tags', 'helm3'], helm4: [] };

/** Helm's words in full, or the output. */
export type JudgeAnswer = { readonly output: string } | { readonly error: string };

/** Builds the judge (Helm's own template engine; needs Go) and returns the path of the program. */
export function buildJudge(helm: HelmName): string {
  const program = path.join(tmpdir(), `chartlint-judge-${helm}`);
  execFileSync('go', ['build', ...FLAGS[helm], '-o', program, '.'], { cwd: SOURCE, stdio: 'inherit' });
  return program;
}

/** Lets a judge render templates. Bytes of the output that are not UTF-8 are lone surrogates U+DC80 to U+DCFF. */
export async function askJudge(program: string, cases: readonly TemplateCase[]): Promise<JudgeAnswer[]> {
  const judge = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(judge, 'close');
  judge.stdin.end(cases.map((one) => JSON.stringify(one)).join('\n'));
  let text = '';
  for await (const chunk of judge.stdout.setEncoding('utf8')) text += chunk;
  const [code] = await closed;
  const lines = text.split('\n').filter((line) => line !== '');
  if (code !== 0 || lines.length !== cases.length) {
    throw new Error(`the judge stops at ${JSON.stringify(cases[lines.length])}`);
  }
  return lines.map((line) => JSON.parse(line));
}
