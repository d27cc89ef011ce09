import { isJsonObject } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { falsyVariable } from '../falsy-variable.ts';

const ENV = ['services', 'common', 'env'];

export const rule = defineRule({
  id: 'zymtrace/env-falsy-dropped',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A variable for all services has the value 0 or false without quotes and is left out.',
    why: 'The helper that writes services.common.env asks `if and $key $value`, which Go templates deny for 0 and false. The variable does not exist, and the program takes its own default. In quotes both are text and are written. Variables of a single service are always written.',
    source: 'Helper `commonEnvVars` of the zymtrace chart; Go text/template, "if".',
  },
  examples: {
    bad: [
      { chart: 'zymtrace', values: 'services:\n  common:\n    env:\n      RUST_BACKTRACE: 0\n' },
      { chart: 'zymtrace', values: 'services:\n  common:\n    env:\n      OTEL_ENABLED: false\n' },
    ],
    good: [
      { chart: 'zymtrace', values: 'services:\n  common:\n    env:\n      RUST_BACKTRACE: "0"\n' },
      { chart: 'zymtrace', values: 'services:\n  common:\n    env:\n      RUST_BACKTRACE: 1\n' },
      { chart: 'zymtrace', values: 'services:\n  web:\n    env:\n      RUST_BACKTRACE: 0\n' },
    ],
  },
  *check(release) {
    const env = valueAt(release.values.data, ENV);
    if (!isJsonObject(env)) return;
    for (const [name, value] of Object.entries(env)) {
      const why = 'The services do not get the variable at all.';
      yield* falsyVariable(release, [...ENV, name], { name, value }, why);
    }
  },
});
