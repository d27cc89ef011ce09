import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import type { Layer } from '../../model/layer.ts';
import { manifestFinding } from '../manifest-finding.ts';
import { overriddenPaths } from '../overridden-paths.ts';
import type { SourcePlace } from './source-place.ts';

/**
 * The values of value files that inline values take the effect from, where the manifest names the files behind the inline values: it reads as
 * if they came later, and they do not.
 */
export function overriddenFiles(
  { helm }: SourcePlace,
  files: readonly Layer[],
  inline: readonly Layer[],
): Finding[] {
  const field = helm.field('valueFiles');
  const other = helm.field('valuesObject') ?? helm.field('values');
  if (field === undefined || other === undefined) return [];
  const [from, to] = [field.of.locate(field.at, 'key'), other.of.locate(other.at, 'key')];
  if (from.source.id !== to.source.id || from.start < to.start) return [];
  const name = String(other.at.at(-1));
  return files.flatMap(({ data, document }) =>
    inline.flatMap((above) =>
      overriddenPaths(data, above.data).flatMap((path): Finding[] => {
        if (document === undefined) return [];
        const finding = manifestFinding(
          'no-effect',
          'info',
          document.locate(path, 'key'),
          {
            problem: `"${formatPath(path)}" has no effect here: ${name} of the Application says something else`,
            why: 'Inline values come after all value files, in whatever order the manifest names them.',
            help: `Delete it in one of the two places.`,
          },
          toPointer(path),
        );
        const span = above.document?.locate(path, 'value');
        return [
          { ...finding, related: span === undefined ? [] : [{ span, message: 'the value that counts' }] },
        ];
      }),
    ),
  );
}
