import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import type { TolerationRole } from '../../model/scheduling-roles.ts';
import { valueText } from '../../model/value-text.ts';
import { listWords } from '../list-words.ts';

/** Lt and Gt compare numbers, from Kubernetes 1.35 on. */
const OPERATORS = ['Exists', 'Equal', 'Lt', 'Gt'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export const rule = defineRule({
  id: 'toleration-invalid',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary:
      'A toleration that Kubernetes rejects: a value with Exists, no key with Equal, an unknown operator or effect.',
    why: 'The API server rejects the pod template, so the installation or the upgrade fails. Fields of the toleration depend on each other: only Equal has a value, only Exists goes without a key, only NoExecute has a time.',
    source: 'Kubernetes documentation, Taints and Tolerations; core/v1 ValidateTolerations.',
  },
  examples: {
    bad: [
      {
        values:
          'tolerations:\n  - key: gpu\n    operator: Exists\n    value: "true"\n    effect: NoSchedule\n',
      },
      { values: 'tolerations:\n  - operator: Equal\n    value: batch\n' },
      {
        values:
          'services:\n  common:\n    tolerations:\n      - key: spot\n        operator: exists\n        effect: NoSchedule\n',
        chart: 'zymtrace',
      },
      {
        values:
          'tolerations:\n  - key: spot\n    operator: Exists\n    effect: NoSchedule\n    tolerationSeconds: 60\n',
      },
    ],
    good: [
      { values: 'tolerations:\n  - operator: Exists\n' },
      { values: 'tolerations:\n  - key: dedicated\n    value: batch\n    effect: NoSchedule\n' },
      {
        values:
          'tolerations:\n  - key: node.kubernetes.io/not-ready\n    operator: Exists\n    effect: NoExecute\n    tolerationSeconds: 300\n',
      },
    ],
  },
  *check(release) {
    for (const toleration of release.roles.tolerations) {
      if (toleration.active) yield* problems(toleration);
    }
  },
});

function* problems({ path, value: toleration }: TolerationRole): Generator<Fact> {
  const { key, operator, value, effect, tolerationSeconds } = toleration;
  const at = (name: string) => ({ at: [...path, name] });
  const isTemplate = JSON.stringify(toleration).includes('{{');
  if (isTemplate) return;
  if (isSet(operator) && !OPERATORS.includes(String(operator))) {
    yield unknownWord('operator', String(operator), OPERATORS.slice(0, 2), [...path, 'operator']);
  }
  if (isSet(effect) && !EFFECTS.includes(String(effect))) {
    yield unknownWord('effect', String(effect), EFFECTS, [...path, 'effect']);
  }
  if (operator === 'Exists' && isSet(value)) {
    yield {
      ...at('value'),
      problem: `The toleration has the operator "Exists" and the value ${valueText(value)}, which Kubernetes rejects`,
      why: 'Exists matches any value.',
      help: 'Remove the value, or use the operator Equal.',
      fix: { title: 'Empty the value', safe: true, replace: [{ ...at('value'), text: '""' }] },
    };
  } else if (isSet(value) && typeof value !== 'string') {
    yield {
      ...at('value'),
      problem: `The value of the toleration is the ${typeof value} ${valueText(value)}, and Kubernetes accepts text only`,
      help: 'Put it in quotes.',
      fix: { title: 'Quote the value', safe: true, replace: [{ ...at('value'), text: `"${value}"` }] },
    };
  }
  const needsKey = !isSet(operator) || operator === 'Equal';
  if (needsKey && !isSet(key)) {
    yield {
      at: path,
      problem: `${formatPath(path)} has no key${isSet(operator) ? ` with the operator "${operator}"` : ' and no operator, which means Equal'}`,
      why: 'Kubernetes rejects it, only Exists goes without a key.',
      help: 'Add the key of the taint, or set operator: Exists to tolerate everything.',
    };
  }
  if (isSet(tolerationSeconds) && effect !== 'NoExecute') {
    yield {
      ...at('tolerationSeconds'),
      problem: `tolerationSeconds is ${valueText(tolerationSeconds)} with the effect ${valueText(isSet(effect) ? effect : '')}, which Kubernetes rejects`,
      why: 'Only NoExecute, which evicts running pods, has a time.',
      help: 'Remove it, or set effect: NoExecute.',
    };
  }
}

function unknownWord(name: string, value: string, words: readonly string[], at: (string | number)[]): Fact {
  const meant = words.find((word) => word.toLowerCase() === value.toLowerCase().replaceAll(/[-_ ]/g, ''));
  return {
    at,
    problem: `The ${name} of the toleration is "${value}", which Kubernetes does not know`,
    help: `${meant === undefined ? `Use ${listWords(words, 'or')}.` : `Write ${meant}; case matters.`}`,
    ...(meant === undefined
      ? {}
      : { fix: { title: `Write ${meant}`, safe: false, replace: [{ at, text: meant }] } }),
  };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
