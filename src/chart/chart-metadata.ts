import type { ChartDependency, ChartMetadata } from '../model/chart.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';

/**
 * What Chart.yaml says about values; a v1 chart keeps its dependencies in requirements.yaml (`pkg/chart/v2/loader/load.go`).
 * Entries of a wrong type are left out, as if they were not there.
 */
export function chartMetadata(
  chart: JsonValue | undefined,
  requirements: JsonValue | undefined,
  name: string,
): ChartMetadata {
  const fields = isJsonObject(chart) ? chart : {};
  const older = isJsonObject(requirements) ? requirements.dependencies : undefined;
  const dependencies = older ?? fields.dependencies;
  return {
    name: text(fields.name) ?? name,
    version: text(fields.version) ?? '',
    ...(fields.type === 'library' ? { type: 'library' } : {}),
    ...(Array.isArray(dependencies)
      ? { dependencies: dependencies.filter(isJsonObject).flatMap(dependency) }
      : {}),
  };
}

function dependency(fields: JsonObject): ChartDependency[] {
  const name = text(fields.name);
  if (name === undefined) return [];
  const tags = strings(fields.tags);
  const imports = fields['import-values'];
  return [
    {
      name,
      ...optional('version', text(fields.version)),
      ...optional('repository', text(fields.repository)),
      ...optional('alias', text(fields.alias)),
      ...optional('condition', text(fields.condition)),
      ...optional('tags', tags.length === 0 ? undefined : tags),
      ...optional('importValues', Array.isArray(imports) ? imports : undefined),
    },
  ];
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

function strings(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Chart authors leave versions unquoted. */
function text(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
