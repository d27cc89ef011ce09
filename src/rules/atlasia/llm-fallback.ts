import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';
import { isUserWritten } from '../written.ts';

const ENDPOINT = ['config', 'llm', 'fallbackEndpoint'];
const KEY = ['secrets', 'llmFallbackApiKey'];

export const rule = defineRule({
  id: 'atlasia/llm-fallback',
  chart: 'atlasia',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'A second model API is chosen, and the key for it is empty.',
    why: 'The fallback is called when the first API fails, that is, when nobody looks. With an empty key it refuses every call. The default endpoint, which nobody chose, is not reported.',
    source: 'values.yaml and secret.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'config:\n  llm:\n    fallbackEndpoint: https://api.mistral.ai/v1\n' },
      {
        chart: 'atlasia',
        values:
          'config:\n  llm:\n    fallbackEndpoint: https://models.corp.net/v1\nsecrets:\n  llmApiKey: Tq7nBz4wKx9cRv2mYd6hLs3gJp8f\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'config:\n  llm:\n    fallbackEndpoint: https://api.mistral.ai/v1\nsecrets:\n  llmFallbackApiKey: Tq7nBz4wKx9cRv2mYd6hLs3gJp8f\n',
      },
      { chart: 'atlasia', values: 'config:\n  llm:\n    fallbackEndpoint: ""\n' },
    ],
  },
  *check(release) {
    const { config, secrets } = chartValues<AtlasiaValues>(release);
    const endpoint = config?.llm?.fallbackEndpoint;
    if (isEmptySetting(endpoint) || !isUserWritten(release, ENDPOINT)) return;
    if (!isEmptySetting(secrets?.llmFallbackApiKey) || !isEmptySetting(secrets?.existingSecret)) return;
    const given = [KEY, ['secrets', 'existingSecret']];
    if (given.some((path) => isProvided(release.context, path))) return;
    yield {
      at: ENDPOINT,
      problem: `config.llm.fallbackEndpoint is ${valueText(endpoint)}, but secrets.llmFallbackApiKey is empty`,
      why: 'The fallback refuses every call just when it is needed.',
      help: 'Pass the key, or set the endpoint to "".',
      related: [{ at: KEY, message: 'the key is empty' }],
    };
  },
});
