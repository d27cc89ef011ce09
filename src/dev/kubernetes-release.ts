import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GeneratedField, generatedEnums } from './generated-enums.ts';

/** One definition of an OpenAPI document of Kubernetes, as far as types need it. */
export interface ApiDefinition {
  readonly properties?: Readonly<Record<string, ApiProperty>>;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly ApiKind[];
}

export interface ApiKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export interface ApiProperty {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly items?: ApiProperty;
  readonly additionalProperties?: ApiProperty;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

/** What Kubernetes' own repository says of its types in one release. */
export interface KubernetesRelease {
  /** 34 for Kubernetes 1.34. */
  readonly minor: number;
  readonly definitions: Readonly<Record<string, ApiDefinition>>;
  /** Words and defaults, by `package.Type.field`; the OpenAPI documents hold none. */
  readonly fields: ReadonlyMap<string, GeneratedField>;
}

/** The folder of a Go module, brought by the ordinary proxy when it is not there. */
export function goModule(module: string): string {
  const answer = execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8' });
  return (JSON.parse(answer) as { Dir: string }).Dir;
}

/**
 * Reads `api/openapi-spec/swagger.json` and `pkg/generated/openapi/zz_generated.openapi.go` of k8s.io/kubernetes.
 * @param version a tag, as `v1.34.1`
 */
export function kubernetesRelease(version: string): KubernetesRelease {
  const folder = goModule(`k8s.io/kubernetes@${version}`);
  const swagger = JSON.parse(readFileSync(path.join(folder, 'api/openapi-spec/swagger.json'), 'utf8')) as {
    definitions: Record<string, ApiDefinition>;
  };
  const generated = readFileSync(path.join(folder, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8');
  return {
    minor: Number(version.split('.')[1]),
    definitions: swagger.definitions,
    fields: generatedEnums(generated),
  };
}
