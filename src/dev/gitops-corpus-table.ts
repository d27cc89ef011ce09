import { readdirSync } from 'node:fs';
import path from 'node:path';
import { capturedRun } from './captured-run.ts';
import { CompareReleases } from './compare-releases.ts';
import { countedReleases } from './counted-releases.ts';

/** What the errors in each repository are, as judged one by one, with the tool that says the same. */
const JUDGED: Readonly<Record<string, string>> = {
  'helmfile-helmfile':
    'all: a values file that is not stored (helmfile stops); a template with `.Values.argo-cd`, which Helm cannot parse (`bad character U+002D`); ' +
    'a chart whose `_helpers.tpl` is not stored (Helm: `"httpbin.fullname" not defined`); numbers in `data` of a ConfigMap and a capital in its name, which the API server refuses',
  'jkroepke-helm-secrets': 'all: one chart whose `_helpers.tpl` is not stored; Helm says the same four times',
  'md-snippets':
    'all, of documentation: values files that stand in no snippet (helmfile stops); environments and releases without a `---` between them; ' +
    'a map where helmfile takes a list',
};

interface Report {
  readonly findings: readonly { readonly severity: string }[];
}

/** The part of `docs/corpus.md` about repositories of manifests, in Markdown; `shared` is the reference material. */
export async function gitopsCorpusTable(shared: string): Promise<string> {
  const corpus = path.join(shared, 'corpus', 'gitops');
  const rows: string[] = [];
  for (const { name } of readdirSync(corpus, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const root = path.join(corpus, name);
    const { stdout } = await capturedRun(['.', '--no-config', '--format', 'json'], root);
    const { findings } = JSON.parse(stdout) as Report;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const counted = countedReleases(path.join(shared, 'oracle', 'count.py'), root);
    const ours = new CompareReleases(root);
    const missing = counted.filter((one) => ours.missing(one).length > 0).length;
    const places = counted.reduce((sum, { values }) => sum + values.length, 0);
    rows.push(
      `| ${name} | ${counted.length} | ${counted.length - missing} | ${places} | ${errors} | ${errors === 0 ? '' : (JUDGED[name] ?? 'not yet judged')} |`,
    );
  }
  return `## Repositories of manifests

Public repositories for Flux, Argo CD and helmfile, and the snippets of public documentation. Releases (patches included) are counted by a
reader that shares nothing with chartlint; found are those of the same kind and name in which every place that gives values is a layer, or
is said to be missing. A test repeats it.

| repository | releases counted | found | places that give values | errors | of which right |
|---|---|---|---|---|---|
${rows.join('\n')}

`;
}
