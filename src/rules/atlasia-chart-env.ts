/**
 * Variables that the orchestrator's Deployment sets itself, and the value of the chart each comes from
 * (orchestrator-deployment.yaml, configmap.yaml, secret.yaml).
 */
export const ATLASIA_CHART_ENV: ReadonlyMap<string, string> = new Map([
  ['DB_URL', 'postgresql.auth.database or the postgresql.external… values'],
  ['DB_USER', 'config.database.username'],
  ['DB_PASSWORD', 'secrets.dbPassword'],
  ['ORCHESTRATOR_TOKEN', 'secrets.orchestratorToken'],
  ['JWT_SECRET_KEY', 'secrets.jwtSecret'],
  ['VAULT_ENCRYPTION_KEY', 'secrets.encryptionKey'],
  ['LLM_API_KEY', 'secrets.llmApiKey'],
  ['LLM_FALLBACK_API_KEY', 'secrets.llmFallbackApiKey'],
  ['GITHUB_WEBHOOK_SECRET', 'secrets.githubWebhookSecret'],
  ['VAULT_TOKEN', 'secrets.vaultToken'],
  ['REPO_ALLOWLIST', 'config.orchestrator.repoAllowlist'],
  ['WORKFLOW_PROTECT', 'config.orchestrator.workflowProtectPrefix'],
  ['MAX_CONCURRENT_BOLTS', 'config.orchestrator.maxConcurrentBolts'],
  ['SSE_TIMEOUT_MINUTES', 'config.orchestrator.sseTimeoutMinutes'],
  ['DEFAULT_MODE', 'config.orchestrator.defaultMode'],
  ['ENABLED_AGENTS', 'config.orchestrator.enabledAgents'],
  ['CORS_ALLOWED_ORIGINS', 'config.cors.allowedOrigins'],
  ['JWT_ACCESS_TOKEN_EXPIRATION_MINUTES', 'config.jwt.accessTokenExpirationMinutes'],
  ['JWT_REFRESH_TOKEN_EXPIRATION_DAYS', 'config.jwt.refreshTokenExpirationDays'],
  ['JWT_ISSUER', 'config.jwt.issuer'],
  ['LLM_ENDPOINT', 'config.llm.endpoint'],
  ['LLM_MODEL', 'config.llm.model'],
  ['LLM_FALLBACK_ENDPOINT', 'config.llm.fallbackEndpoint'],
  ['TRACING_SAMPLING_PROBABILITY', 'config.tracing.samplingProbability'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'config.tracing.otlpEndpoint'],
  ['CRDT_MESH_PEERS', 'config.crdt.meshPeers'],
  ['VAULT_ADDR', 'vault.address'],
  ['SPRING_CLOUD_VAULT_ENABLED', 'vault.enabled'],
]);
