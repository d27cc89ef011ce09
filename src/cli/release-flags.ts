import { type Command, InvalidArgumentError } from 'commander';
import type { RenderSettings } from '../model/render-settings.ts';
import { parseKubeVersion } from '../templates/chart/kube-version.ts';
import type { CliIo } from './cli-io.ts';

/** The flags that say which release of a chart in which cluster is meant, as `helm template` names them. */
export interface ReleaseFlags {
  readonly releaseName?: string;
  readonly namespace?: string;
  readonly kubeVersion?: string;
  readonly apiVersions: readonly string[];
}

/** Adds the flags to a command. */
export function addReleaseFlags(command: Command): Command {
  return command
    .option('--release-name <name>', 'the name of the release (default: release-name)')
    .option('-n, --namespace <name>', 'the namespace of the release (default: default)')
    .option(
      '--kube-version <version>',
      'the version of Kubernetes: what templates see, and whose types count (default: the newest that the chart allows)',
      parseVersion,
    )
    .option(
      '-a, --api-versions <group/version>',
      'API versions that templates see besides (repeatable)',
      addVersions,
      [],
    );
}

/** What the flags mean for planning a run. `CHARTLINT_NAMESPACE` is the namespace that Helm gives a plugin. */
export function releaseOptions(
  { releaseName, namespace: named, kubeVersion, apiVersions }: ReleaseFlags,
  env: CliIo['env'] = {},
): { readonly rendering?: RenderSettings } {
  const given = env.CHARTLINT_NAMESPACE ?? '';
  const namespace = named ?? (given === '' ? undefined : given);
  const rendering = {
    ...(releaseName === undefined ? {} : { releaseName }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(kubeVersion === undefined ? {} : { kubeVersion }),
    ...(apiVersions.length === 0 ? {} : { apiVersions }),
  };
  return Object.keys(rendering).length === 0 ? {} : { rendering };
}

function parseVersion(text: string): string {
  if (parseKubeVersion(text, 4) === undefined)
    throw new InvalidArgumentError('It takes a version such as 1.33 or v1.33.1.');
  return text;
}

function addVersions(text: string, all: readonly string[]): string[] {
  if (text === '') throw new InvalidArgumentError('It takes versions such as monitoring.coreos.com/v1.');
  return [...all, ...text.split(',')];
}
