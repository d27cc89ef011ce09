import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { VolumeMountsRole } from '../../model/pod-roles.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'readonly-root-without-tmp',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'The root file system is read-only, and a folder that the program writes to is not mounted.',
    why: 'The program fails at its first write: .NET and Java need /tmp, nginx its cache and pid folders. It happens when a list of mounts is written for something else, because a list replaces the default list of the chart, the mount of /tmp included.',
    source:
      'values.yaml of HotSwap and Atlasia (volumes for a writable file system); Helm, merging of lists.',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values:
          'volumes:\n  - name: data\n    emptyDir: {}\nvolumeMounts:\n  - name: data\n    mountPath: /data\n',
      },
      {
        chart: 'atlasia',
        values:
          'frontend:\n  volumes:\n    - name: nginx-cache\n      emptyDir: {}\n  volumeMounts:\n    - name: nginx-cache\n      mountPath: /var/cache/nginx\n',
      },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'volumes:\n  - name: tmp\n    emptyDir: {}\nvolumeMounts:\n  - name: tmp\n    mountPath: /tmp/\n',
      },
      {
        chart: 'hotswap',
        values: 'securityContext:\n  readOnlyRootFilesystem: false\nvolumes: []\nvolumeMounts: []\n',
        environment: 'development',
      },
      { values: 'securityContext:\n  readOnlyRootFilesystem: true\nvolumeMounts: []\n' },
    ],
  },
  *check(release) {
    for (const role of release.roles.volumeMounts) {
      if (role.readOnlyRoot === undefined || valueAt(release.values.data, role.readOnlyRoot) !== true)
        continue;
      const missing = role.writable.filter(
        (folder) => !role.mounts.some((mount) => makesWritable(release, role, mount, folder)),
      );
      if (missing.length === 0) continue;
      const at = editedPath(release, [role.path, role.readOnlyRoot]);
      yield {
        at,
        part: at === role.path ? 'key' : 'value',
        problem: `${formatPath(role.path)} mounts nothing writable at ${listWords(missing.map((folder) => `"${folder}"`))}`,
        why: `${formatPath(role.readOnlyRoot)} is true and the program writes there: it fails at the first write.`,
        help: "Mount an emptyDir there; a list replaces the chart's own list, so repeat its entries.",
        related:
          at === role.path ? [{ at: role.readOnlyRoot, message: 'the root file system is read-only' }] : [],
      };
    }
  },
});

/** Whether the mount covers the folder with a volume that can be written to. */
function makesWritable(
  release: Release,
  role: VolumeMountsRole,
  { name, mountPath, readOnly }: JsonObject,
  folder: string,
): boolean {
  if (typeof mountPath !== 'string' || readOnly === true) return false;
  const mounted = mountPath.length > 1 ? mountPath.replace(/\/+$/, '') : mountPath;
  if (folder !== mounted && !folder.startsWith(`${mounted}/`)) return false;
  const volumes = role.volumes === undefined ? undefined : valueAt(release.values.data, role.volumes);
  const volume = Array.isArray(volumes)
    ? volumes.find((item) => isJsonObject(item) && item.name === name)
    : undefined;
  // Secrets, ConfigMaps and what the API server projects are read-only whatever the mount says.
  return (
    !isJsonObject(volume) || !['secret', 'configMap', 'projected', 'downwardAPI'].some((kind) => volume[kind])
  );
}
