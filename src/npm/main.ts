import { needsNewerNode } from './needs-newer-node.ts';
import { platformExecutable } from './platform-executable.ts';
import { runExecutable } from './run-executable.ts';

/** Filled in by `npm run build`. */
declare const VERSION: string;
declare const LEAST_NODE: string;

/**
 * The command of the npm package: the executable of the platform where npm brought one of the same version, otherwise the program in
 * JavaScript. `CHARTLINT_JAVASCRIPT=1` chooses the latter. Compiled for any Node, so that an old one can be told what is needed.
 */
const executable = process.env.CHARTLINT_JAVASCRIPT ? undefined : platformExecutable(VERSION);
if (executable === undefined) runJavaScript();
else runExecutable(executable, process.argv.slice(2), runJavaScript);

function runJavaScript(): void {
  if (needsNewerNode(process.versions.node, LEAST_NODE)) {
    process.stderr.write(
      `chartlint needs Node ${LEAST_NODE} or later, and this is Node ${process.versions.node}. ` +
        'Install a newer one, or take the executable, which needs no Node.\n',
    );
    process.exitCode = 2;
  } else {
    require('./cli.cjs');
  }
}
