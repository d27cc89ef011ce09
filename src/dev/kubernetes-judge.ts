import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the API server says to one manifest; nothing but an id when it takes it. */
export interface Verdict {
  /** A kind that the judge does not know. */
  readonly skipped?: boolean;
  /** The manifest cannot be read into its type at all. */
  readonly decode?: string;
  /** Unknown fields and keys that are there twice. */
  readonly strict?: readonly string[];
  readonly errors?: readonly { readonly field: string; readonly type: string; readonly message: string }[];
  readonly warnings?: readonly string[];
  /** What the API server takes and no node can run: images that nodes cannot read. */
  readonly node?: readonly string[];
}

/** Whether `kubectl apply` would be refused. */
export function isRefused({ decode, strict, errors }: Verdict): boolean {
  return decode !== undefined || (strict ?? []).length > 0 || (errors ?? []).length > 0;
}

/** The verdict in one line. */
export function verdictText(verdict: Verdict): string {
  return refusals(verdict).join('; ');
}

/** What the verdict holds against the manifest, one text each. */
export function refusals({ decode, strict, errors }: Verdict): string[] {
  if (decode !== undefined) return [decode];
  return [
    ...(strict ?? []),
    ...(errors ?? []).map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)),
  ];
}

/**
 * Asks Kubernetes' own decoding, defaulting and validation (`test/kubernetes/judge`), which is built when needed: with Go,
 * from modules, in some minutes the first time.
 * @param texts one manifest each, as YAML or JSON
 */
export function askKubernetes(texts: readonly string[]): Verdict[] {
  const input = texts.map((text, id) => JSON.stringify({ id, text })).join('\n');
  const { stdout, status, stderr } = spawnSync(builtJudge(), {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    // A client that does not wait for warnings of libraries about themselves.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}

/** The same judge for one rendering after the other, answered in order. */
export function startKubernetes() {
  const child = spawn(builtJudge(), { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (text: string): Promise<Verdict> => {
    child.stdin.write(`${JSON.stringify({ id: 0, text })}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('the judge ended');
    return JSON.parse(value) as Verdict;
  };
  return {
    /** What the API server and nodes hold against the manifests of a rendering. */
    refusalsIn: async (rendering: string): Promise<string[]> => {
      const found: string[] = [];
      for (const manifest of rendering.split(/^---.*$/m).filter((one) => /^kind:/m.test(one))) {
        const verdict = await ask(manifest);
        found.push(...refusals(verdict), ...(verdict.node ?? []));
      }
      return found;
    },
    end: () => child.stdin.end(),
  };
}

function builtJudge(): string {
  const folder = fileURLToPath(new URL('../../test/kubernetes/judge', import.meta.url));
  const program = path.join(tmpdir(), 'chartlint-kubernetes-judge');
  execFileSync('go', ['build', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
  return program;
}
