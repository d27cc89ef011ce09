import type { Row } from '../claim.ts';

const GEMINI = { beside: { 'aiAssistant.enabled': true, 'aiAssistant.gemini.apiKeySecretName': 'gemini' } };
const ANTHROPIC = {
  beside: { 'aiAssistant.enabled': true, 'aiAssistant.anthropic.apiKeySecretName': 'claude' },
};
const CUSTOM = {
  beside: {
    'aiAssistant.enabled': true,
    'aiAssistant.customLLM.url': 'https://llm.corp.net/v1/chat/completions',
    'aiAssistant.customLLM.models': 'qwen3',
  },
};

/** AI Assistant of 26.8.4. */
export const assistant: readonly Row[] = [
  ['a provider is configured', 'aiAssistant.enabled', true, false, 'zymtrace/assistant-without-provider'],
  [
    'keys are for when it is on',
    'aiAssistant.gemini.apiKeySecretName',
    'gemini',
    undefined,
    'inactive-section',
  ],
  [
    'keys are not for files',
    'aiAssistant.anthropic.apiKey',
    'sk-ant-api03-Vq7hu2KpzR9tLw',
    undefined,
    'secret-inline',
    GEMINI,
  ],
  [
    "keys of the examples are nobody's",
    'aiAssistant.anthropic.apiKey',
    'sk-ant-api03-...',
    undefined,
    'placeholder-value',
    GEMINI,
  ],
  [
    "keys of the examples are nobody's",
    'aiAssistant.openai.apiKey',
    'sk-proj-...',
    undefined,
    'placeholder-value',
    GEMINI,
  ],
  [
    "keys of the examples are nobody's",
    'aiAssistant.gemini.apiKey',
    'AIzaSy...',
    undefined,
    'placeholder-value',
    ANTHROPIC,
  ],
  [
    'a key is not beside a Secret',
    'aiAssistant.gemini.apiKey',
    'AIzaVq7hu2KpzR9tLw',
    undefined,
    'secret-conflict',
    GEMINI,
  ],
  [
    'custom models have a URL',
    'aiAssistant.customLLM.url',
    'llm.corp.net/v1',
    'https://llm.corp.net/v1',
    'schema/pattern',
    CUSTOM,
  ],
  [
    "the endpoint of the examples is nobody's",
    'aiAssistant.customLLM.url',
    'https://your-llm-endpoint.com/v1/chat/completions',
    'https://llm.corp.net/v1/chat/completions',
    'placeholder-value',
    CUSTOM,
  ],
  [
    'custom models are somewhere',
    'aiAssistant.customLLM.url',
    '',
    'https://llm.corp.net/v1/chat/completions',
    'zymtrace/assistant-without-provider',
    CUSTOM,
  ],
  [
    'custom models have names',
    'aiAssistant.customLLM.models',
    '',
    'qwen3,gpt-oss',
    'zymtrace/assistant-without-provider',
    CUSTOM,
  ],
  ['models are one text', 'aiAssistant.customLLM.models', ['qwen3'], 'qwen3', 'schema/type', CUSTOM],
  ['sizes are bytes', 'aiAssistant.requestSizeLimit', '20 MiB', 20971520, 'schema/type', GEMINI],
  ['a request has a size', 'aiAssistant.requestSizeLimit', 0, 20971520, 'schema/minimum', GEMINI],
  ['cleaning has a period', 'aiAssistant.sessionClearFreq', '1h', 3600, 'schema/type', GEMINI],
  ['that period is above 0', 'aiAssistant.sessionClearFreq', 0, 3600, 'schema/minimum', GEMINI],
  ['providers are four', 'aiAssistant.defaultProvider', 'claude', 'gemini', 'schema/enum', GEMINI],
  [
    'servers have names',
    'aiAssistant.mcpServers',
    [{ endpoint: 'https://mcp.corp.net/mcp' }],
    [{ name: 'docs', endpoint: 'https://mcp.corp.net/mcp' }],
    'schema/required',
    { ...GEMINI, at: '/aiAssistant/mcpServers/0/name' },
  ],
  [
    'servers have URLs',
    'aiAssistant.mcpServers',
    [{ name: 'docs', endpoint: 'mcp.corp.net' }],
    [{ name: 'docs', endpoint: 'https://mcp.corp.net/mcp' }],
    'schema/pattern',
    { ...GEMINI, at: '/aiAssistant/mcpServers/0/endpoint' },
  ],
];
