import { isJsonObject } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { editedPath } from '../written.ts';

const SCRIPTS = ['postgresql', 'primary', 'initdb', 'scripts'];
const DEFAULT_SCRIPT = [...SCRIPTS, 'init.sql'];
/** What the orchestrator needs of PostgreSQL, by the README. */
const EXTENSIONS = ['uuid-ossp', 'pg_trgm'];

export const rule = defineRule({
  id: 'atlasia/database-extensions',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The scripts for a new database no longer create the extensions that the orchestrator needs.',
    why: 'The default script init.sql creates uuid-ossp and pg_trgm while the data directory is made, as the administrator. Whoever writes a script of that name, or takes the scripts away, loses both, and the migrations of the orchestrator stop at the first table that uses them.',
    source: 'Components in the Atlasia README ("Extensions: uuid-ossp, pg_trgm"); values.yaml of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values:
          'postgresql:\n  primary:\n    initdb:\n      scripts:\n        init.sql: CREATE SCHEMA reports;\n',
      },
      { chart: 'atlasia', values: 'postgresql:\n  primary:\n    initdb:\n      scripts: null\n' },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'postgresql:\n  primary:\n    initdb:\n      scripts:\n        reports.sql: CREATE SCHEMA reports;\n',
      },
      {
        chart: 'atlasia',
        values:
          'postgresql:\n  primary:\n    initdb:\n      scripts:\n        init.sql: |\n          CREATE EXTENSION "uuid-ossp";\n          CREATE EXTENSION pg_trgm;\n',
      },
      {
        chart: 'atlasia',
        values:
          'postgresql:\n  primary:\n    initdb:\n      scriptsConfigMap: atlasia-init\n      scripts: null\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    if (valueAt(data, ['postgresql', 'enabled']) !== true) return;
    const initdb = valueAt(data, SCRIPTS.slice(0, -1));
    // Without the map nothing renders; scripts of another ConfigMap or Secret are not here.
    if (!isJsonObject(initdb) || initdb.scriptsConfigMap || initdb.scriptsSecret) return;
    const scripts = isJsonObject(initdb.scripts) ? Object.values(initdb.scripts).map(String) : [];
    const lost = EXTENSIONS.filter((name) => !scripts.some((script) => script.includes(name)));
    if (lost.length === 0) return;
    yield {
      at: editedPath(release, [DEFAULT_SCRIPT, SCRIPTS]),
      problem: `No script of postgresql.primary.initdb creates ${listWords(lost)}`,
      why: `The orchestrator needs ${lost.length === 1 ? 'that extension' : 'both extensions'}, and its migrations stop without ${lost.length === 1 ? 'it' : 'them'}.`,
      help: 'Give your script a name of its own, so that init.sql stays, or create them in it.',
    };
  },
});
