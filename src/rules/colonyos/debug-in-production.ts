import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';

export const rule = defineRule({
  id: 'colonyos/debug-in-production',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The profiler or the debug log of the server is on in production.',
    why: 'The profiler hands the memory of the server, keys included, to whoever reaches its port, without a login. The debug log writes every request, fills the disk of the node and slows the server down.',
    source:
      'Comments on profiler and verbose in values.yaml of the ColonyOS chart; Go documentation, net/http/pprof.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', environment: 'production', values: 'colonies:\n  profiler: true\n' },
      { chart: 'colonyos', environment: 'production', values: 'colonies:\n  verbose: true\n' },
    ],
    good: [
      { chart: 'colonyos', environment: 'production', values: 'colonies:\n  replicas: 3\n' },
      { chart: 'colonyos', environment: 'staging', values: 'colonies:\n  verbose: true\n' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    const { profiler, verbose } = chartValues<ColonyosValues>(release).colonies ?? {};
    const on = [...(profiler === true ? ['profiler'] : []), ...(verbose === true ? ['verbose'] : [])];
    const [first] = on;
    if (first === undefined) return;
    const effects = [
      ...(profiler === true ? ['whoever reaches the profiler reads the memory of the server'] : []),
      ...(verbose === true ? ['the debug log slows the server down and fills the disk'] : []),
    ];
    const why = listWords(effects);
    yield {
      at: ['colonies', first],
      problem: `In production ${listWords(on.map((key) => `colonies.${key}`))} ${on.length === 1 ? 'is' : 'are'} true`,
      why: `${why[0]!.toUpperCase()}${why.slice(1)}.`,
      help: `Set ${on.length === 1 ? 'it' : 'them'} to false.`,
      related: on.slice(1).map((key) => ({ at: ['colonies', key], message: 'this one as well' })),
    };
  },
});
