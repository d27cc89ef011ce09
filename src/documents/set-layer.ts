import { path } from '../files/path.ts';
import { readText } from '../files/read-text.ts';
import { filesNamedBy } from '../merge/apply-flag.ts';
import { Draft } from '../merge/draft.ts';
import { flagLayer } from '../merge/flag-layer.ts';
import type { SetFlag } from '../merge/set-flag.ts';
import type { Layer } from '../model/layer.ts';
import type { SourceFiles } from './source-files.ts';

/** The layer of a `--set…` flag; the files that `--set-file` names are read here. */
export function setLayer(
  { kind, text }: SetFlag,
  { cwd, helmVersion }: { readonly cwd: string; readonly helmVersion?: string },
  sources: SourceFiles,
): Layer {
  const files = new Map<string, string>();
  if (kind === 'set-file') {
    const draft = new Draft();
    for (const name of filesNamedBy(text, { draft, data: draft.newMap(), onWrite: () => {} })) {
      const read = readText(sources.files, path.resolve(cwd, name), name);
      if ('text' in read) files.set(name, read.text);
    }
  }
  const layer = flagLayer(kind, { text, files }, helmVersion === undefined ? {} : { helmVersion });
  if (layer.document !== undefined) sources.texts.set(layer.document.source.id, layer.document.text);
  return layer;
}
