import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What real Helm and then Kubernetes' schemas say of a chart with values. */
export interface OracleAnswer {
  /** Why Helm stops; null when it renders. */
  readonly render: string | null;
  /** What the schemas refuse, one key for each. */
  readonly violations: readonly string[];
  /** What Helm rendered. */
  readonly text: string;
}

// Definitions are looked through once, not at each reference, which takes a tenth of the time.
const DRIVER = `
import importlib.util, json, subprocess, sys, yaml
yaml.SafeLoader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
spec = importlib.util.spec_from_file_location('oracle', sys.argv[1]); oracle = importlib.util.module_from_spec(spec); spec.loader.exec_module(oracle)
definitions = oracle.registry(sys.argv[3]).crawl(); oracle.registry = lambda kube: definitions
for line in sys.stdin:
    ask = json.loads(line)
    flags = [x for f in ask['files'] for x in ('-f', f)]
    r = subprocess.run([sys.argv[2], 'template', ask['chart'], *flags, '--kube-version', sys.argv[3]], capture_output=True, text=True)
    said, found = (r.stderr.strip() or 'refused', []) if r.returncode else (None, [])
    if said is None:
        try: found = oracle.violations(r.stdout, sys.argv[3])[1]
        except yaml.YAMLError as e: said = str(e)
    print(json.dumps({'render': said, 'text': r.stdout, 'violations': [' '.join(str(v[k]) for k in ('kind', 'name', 'path', 'keyword', 'message')) for v in found]}), flush=True)
`;

/** Starts the oracle (`python3`, or what `PYTHON` names): one question at a time, answered in order. */
export function startOracle(script: string, helm: string, kubeVersion: string) {
  const child = spawn(process.env.PYTHON ?? 'python3', ['-c', DRIVER, script, helm, kubeVersion], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (chart: string, files: readonly string[]): Promise<OracleAnswer> => {
      child.stdin.write(`${JSON.stringify({ chart, files })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('the oracle ended: it needs "pip install kubernetes-validate==1.37.0"');
      return JSON.parse(value) as OracleAnswer;
    },
    end: () => child.stdin.end(),
  };
}
