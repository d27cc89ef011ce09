import { shownPath } from '../files/shown-path.ts';
import type { Finding } from '../model/finding.ts';
import { passedOver } from '../model/merge-file-findings.ts';
import { fileSource } from '../model/source.ts';

/** Files that look like values and were not linted: nothing shall pass for good that nobody looked at. */
export function passedOverFindings(files: readonly string[], cwd: string): Finding[] {
  return files.map((file) => {
    const source = fileSource(shownPath(file, cwd), file);
    const said = passedOver([source.shown]);
    return {
      rule: 'files/passed-over',
      severity: 'info',
      ...said,
      span: { source, start: 0, end: 0 },
      path: '',
      related: [],
    };
  });
}
