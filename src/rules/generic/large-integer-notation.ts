import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { goNumber } from '../go-number.ts';
import { printedAs } from '../printed-as.ts';
import { sourceText } from '../source-text.ts';
import { reasonForText } from '../wants-text.ts';

export const rule = defineRule({
  id: 'large-integer-notation',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  yieldsTo: ['schema/type'],
  docs: {
    summary:
      'An unquoted whole number of a million or more is printed with an exponent (`1e+06`), or has more digits than Helm keeps.',
    why: 'Helm reads every number of a values file as a 64-bit float. A template that prints one of a million or more writes 1.234567e+06, which is no image tag, no account number, and no integer for the program that parses it; past 16 digits the last ones are lost as well. Quoted digits stay as they are. Reported where the value is known to be printed: image tags, versions and identifiers, texts by default, and what the templates of the chart print.',
    source:
      'Helm issues 1707, 6867, 12195 and 13254; measured with Helm 3.21.4 and 4.2.4. ColonyOS 0.0.4: templates/colonies-configmap.yaml and the server, which parses the period with strconv.ParseInt; HotSwap 1.0.0: templates/configmap.yaml.',
  },
  examples: {
    bad: [
      { values: 'image:\n  repository: shop/api\n  tag: 20190612073634\n' },
      { chart: 'colonyos', values: 'colonies:\n  retention: true\n  retentionPolicy: 2592000\n' },
      {
        values: 'upload:\n  maxBytes: 5242880\n',
        defaults: 'upload:\n  maxBytes: 1024\n',
        templates: ['max: {{ .Values.upload.maxBytes | quote }}'],
      },
      { values: 'aws:\n  accountId: 123456789012\n' },
    ],
    good: [
      { values: 'image:\n  repository: shop/api\n  tag: "20190612073634"\n' },
      { chart: 'colonyos', values: 'colonies:\n  retention: true\n  retentionPolicy: "2592000"\n' },
      {
        values: 'upload:\n  maxBytes: 5242880\n',
        defaults: 'upload:\n  maxBytes: 1024\n',
        templates: ['max: {{ .Values.upload.maxBytes | int64 }}'],
      },
      { values: 'podSecurityContext:\n  runAsUser: 1000650000\n' },
    ],
  },
  *check(release) {
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) < 1e6) continue;
      const { path } = scalar;
      const source = sourceText(release, path);
      // Octal, hexadecimal and exponents are the business of mangled-number.
      if (source === undefined || release.roles.isSecret(path) || !/^[-+]?[1-9]\d*$/.test(source)) continue;
      const loses = BigInt(source) !== BigInt(value);
      // A number of a manifest is the same number with an exponent; only in a text it is not.
      if (!loses && release.rendered?.isInText(path, goNumber(value)) === false) continue;
      const use = useOf(release, path);
      if (use === undefined && !loses) continue;
      const quotable = use?.quotable ?? false;
      const name = formatPath(path);
      yield {
        at: path,
        problem: loses
          ? `${name} is ${source}, which has more digits than Helm keeps of a number`
          : `${name} is ${source}, and ${use!.reason}`,
        why: loses
          ? `It becomes ${BigInt(value)}.`
          : `Helm prints a number of a million or more with an exponent, as ${goNumber(value)}.`,
        help: quotable
          ? `Quote it: "${source}".`
          : loses
            ? 'Quote it if the chart takes a text there, or use fewer digits.'
            : 'Stay below 1000000, or pass it with --set, which keeps whole numbers.',
        ...(quotable
          ? {
              fix: {
                title: 'Quote the number',
                safe: use!.safe,
                replace: [{ at: path, text: `"${source}"` }],
              },
            }
          : {}),
      };
    }
  },
});

interface PrintedUse {
  readonly reason: string;
  /** Whether a quoted number does as well. */
  readonly quotable: boolean;
  readonly safe: boolean;
}

/** Why the number ends up as text; undefined when it is not known to. */
function useOf(release: Release, path: ValuesPath): PrintedUse | undefined {
  const uses = release.chart?.templates?.usesOf(path);
  if (uses?.has('print') === true) {
    // A template that calculates with the value, too, may not take a text.
    return { reason: 'a template of the chart prints it', quotable: !uses.has('number'), safe: false };
  }
  if (uses !== undefined && uses.size > 0 && !uses.has('other')) return undefined;
  const annotated = printedAs(release, path);
  if (annotated !== undefined) {
    return {
      reason: 'the chart prints it into a configuration',
      quotable: annotated === 'text',
      safe: annotated === 'text',
    };
  }
  const text = reasonForText(release, path);
  return text === undefined ? undefined : { reason: text, quotable: true, safe: true };
}
