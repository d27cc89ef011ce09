import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What real Helm and then Kubernetes' schemas say of a chart with values. */
export interface OracleAnswer {
  /** Why Helm stops; null when it renders. */
  readonly render: string | null;
  /** What the schemas refuse, one key for each. */
  readonly violations: readonly string[];
  /** What the definitions of custom resources, in the chart's `crds/` or rendered with it, refuse. */
  readonly custom: readonly string[];
  /** What Helm rendered. */
  readonly text: string;
}

// Definitions are looked through once, not at each reference, which takes a tenth of the time.
const DRIVER = `
import functools, importlib.util, json, pathlib, subprocess, sys, yaml
from jsonschema import Draft202012Validator
yaml.SafeLoader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
spec = importlib.util.spec_from_file_location('oracle', sys.argv[1]); oracle = importlib.util.module_from_spec(spec); spec.loader.exec_module(oracle)
definitions = oracle.registry(sys.argv[3]).crawl(); oracle.registry = lambda kube: definitions
def plain(schema):
    if isinstance(schema, list): return [plain(one) for one in schema]
    if not isinstance(schema, dict): return schema
    made = {key: plain(value) for key, value in schema.items() if key != 'format'}
    if schema.get('x-kubernetes-int-or-string') is True: made.pop('type', None); made['anyOf'] = [{'type': 'integer'}, {'type': 'string'}]
    if schema.get('nullable') is True and isinstance(made.get('type'), str): made['type'] = [made['type'], 'null']
    return made
def definitions_in(text):
    try: found = [one for one in yaml.load_all(text, oracle.Loader) if isinstance(one, dict)]
    except yaml.YAMLError: return {}
    return {(one['spec']['group'] + '/' + version['name'], one['spec']['names']['kind']): Draft202012Validator(plain(version['schema']['openAPIV3Schema']))
            for one in found if one.get('kind') == 'CustomResourceDefinition' for version in one['spec']['versions'] if 'schema' in version}
@functools.lru_cache
def shipped(chart):
    found = {}
    for file in pathlib.Path(chart).rglob('crds/*.yaml'):
        if '{{' not in (text := file.read_text()): found |= definitions_in(text)
    return found
def custom(chart, text):
    known = shipped(chart) | (definitions_in(text) if 'kind: CustomResourceDefinition' in text else {})
    return [f"{one['kind']} {'/'.join(map(str, e.absolute_path))} {e.message[:200]}" for one in yaml.load_all(text, oracle.Loader) if isinstance(one, dict)
            for check in [known.get((one.get('apiVersion'), one.get('kind')))] if check for e in check.iter_errors(one)]
for line in sys.stdin:
    ask = json.loads(line)
    flags = [x for f in ask['files'] for x in ('-f', f)]
    r = subprocess.run([sys.argv[2], 'template', ask['chart'], *flags, '--kube-version', sys.argv[3]], capture_output=True, text=True)
    said, found, own = (r.stderr.strip() or 'refused', [], []) if r.returncode else (None, [], [])
    if said is None:
        try: found, own = oracle.violations(r.stdout, sys.argv[3])[1], custom(ask['chart'], r.stdout)
        except yaml.YAMLError as e: said = str(e)
    print(json.dumps({'render': said, 'custom': own, 'text': r.stdout, 'violations': [' '.join(str(v[k]) for k in ('kind', 'name', 'path', 'keyword', 'message')) for v in found]}), flush=True)
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
