import type { OssaValues } from '../charts/ossa-values.ts';

/** A service of OSSA: its key in the values, the end of its object names, and the port that its template fixes. */
export interface OssaService {
  readonly key: keyof NonNullable<OssaValues['services']>;
  readonly name: string;
  readonly port: number;
}

/** Every service that the chart can deploy (gateway templates and all-services.yaml). */
export const OSSA_SERVICES: readonly OssaService[] = [
  { key: 'gateway', name: 'gateway', port: 3000 },
  { key: 'taskAgent', name: 'task-agent', port: 3001 },
  { key: 'commAgent', name: 'comm-agent', port: 3002 },
  { key: 'mcpAgent', name: 'mcp-agent', port: 3003 },
  { key: 'coordination', name: 'coordination', port: 3010 },
  { key: 'discovery', name: 'discovery', port: 3011 },
  { key: 'orchestration', name: 'orchestration', port: 3012 },
  { key: 'monitoring', name: 'monitoring', port: 3013 },
];

/** The services that the release deploys. */
export function deployedServices({ services }: OssaValues): OssaService[] {
  return OSSA_SERVICES.filter(({ key }) => services?.[key]?.enabled === true);
}

/** The environment whose counts and resources replace those of the services; undefined when none does. */
export function actingEnvironment({ global }: OssaValues): 'dev' | 'staging' | 'production' | undefined {
  const name = global?.environment;
  return name === 'dev' || name === 'staging' || name === 'production' ? name : undefined;
}
