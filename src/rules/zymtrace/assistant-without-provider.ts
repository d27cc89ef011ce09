import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { isEmptySetting } from '../is-empty.ts';

const ASSISTANT = ['aiAssistant'];
const CUSTOM = [...ASSISTANT, 'customLLM'];
const KEYED = ['anthropic', 'gemini', 'openai'];

export const rule = defineRule({
  id: 'zymtrace/assistant-without-provider',
  chart: 'zymtrace',
  chartVersions: '>=25.12.5',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The AI assistant is on and has nobody to ask, or only half of a custom one.',
    why: 'The assistant needs the key of one provider at least, or the address and the models of a custom one. Without them the user interface offers it, and every question fails.',
    source: 'README of the zymtrace chart, With AI Assistant; ai-assistant-secret.yaml.',
  },
  examples: {
    bad: [
      { chart: 'zymtrace', values: 'aiAssistant:\n  enabled: true\n' },
      {
        chart: 'zymtrace',
        values:
          'aiAssistant:\n  enabled: true\n  customLLM:\n    url: https://llm.corp.net/v1/chat/completions\n',
      },
      {
        chart: 'zymtrace',
        values: 'aiAssistant:\n  enabled: true\n  customLLM:\n    models: qwen3\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values: 'aiAssistant:\n  enabled: true\n  gemini:\n    apiKeySecretName: gemini\n',
      },
      {
        chart: 'zymtrace',
        values:
          'aiAssistant:\n  enabled: true\n  customLLM:\n    url: https://llm.corp.net/v1/chat/completions\n    models: qwen3\n',
      },
      { chart: 'zymtrace', values: 'aiAssistant:\n  enabled: false\n' },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const enabled = [...ASSISTANT, 'enabled'];
    if (valueAt(data, enabled) !== true) return;
    const isSet = (path: ValuesPath): boolean =>
      !isEmptySetting(valueAt(data, path)) || isProvided(release.context, path);
    const hasKey = (section: ValuesPath): boolean =>
      ['apiKey', 'apiKeySecretName'].some((key) => isSet([...section, key]));
    const url = [...CUSTOM, 'url'];
    const models = [...CUSTOM, 'models'];
    if (!isSet(url) && !isSet(models) && !hasKey(CUSTOM)) {
      if (KEYED.some((name) => hasKey([...ASSISTANT, name]))) return;
      yield {
        at: enabled,
        problem: 'aiAssistant.enabled is true, and no provider is configured',
        why: 'The user interface offers the assistant, and every question fails.',
        help: 'Set apiKey or apiKeySecretName of anthropic, gemini or openai, or url and models of customLLM.',
      };
      return;
    }
    for (const [missing, what] of [
      [url, 'where the custom model is'],
      [models, 'which models there are'],
    ] as const) {
      if (isSet(missing)) continue;
      yield {
        at: missing,
        problem: `${missing.join('.')} is empty`,
        why: `Other settings of customLLM are there, but nothing says ${what}.`,
        help: 'Set it, or remove the section.',
      };
    }
  },
});
