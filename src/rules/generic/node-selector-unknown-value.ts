import { defineRule } from '../../model/rule.ts';

/** What the kubelet writes into these labels: GOARCH and GOOS of its own build. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  arch: ['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x', 'riscv64', 'loong64', 'mips64le'],
  os: ['linux', 'windows'],
};
const KEY = /^(?:beta\.)?kubernetes\.io\/(arch|os)$/;

/** Names that other tools use for the same machine. */
const MEANT: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  x64: 'amd64',
  x86: '386',
  i386: '386',
  aarch64: 'arm64',
  armv8: 'arm64',
  arm64v8: 'arm64',
  armv7: 'arm',
  armv7l: 'arm',
};

export const rule = defineRule({
  id: 'node-selector-unknown-value',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A node selector asks for an architecture or an operating system that no node is labelled with.',
    why: 'The kubelet labels its node with the names that Go uses: amd64 and arm64, linux and windows. A pod that asks for "x86_64" matches no node and stays Pending.',
    source: 'Kubernetes documentation, Well-Known Labels, kubernetes.io/arch and kubernetes.io/os.',
  },
  examples: {
    bad: [
      { values: 'nodeSelector:\n  kubernetes.io/arch: x86_64\n' },
      { values: 'worker:\n  nodeSelector:\n    kubernetes.io/os: Linux\n' },
    ],
    good: [
      { values: 'nodeSelector:\n  kubernetes.io/arch: amd64\n  kubernetes.io/os: linux\n' },
      { values: 'nodeSelector:\n  example.com/arch: x86_64\n' },
    ],
  },
  *check({ roles }) {
    for (const scalar of roles.scalars) {
      const { key, value } = scalar;
      if (typeof key !== 'string' || typeof value !== 'string' || !key.includes('kubernetes.io/')) continue;
      const { path } = scalar;
      const known = VALUES[KEY.exec(key)?.[1] ?? ''];
      if (known === undefined || !/nodeSelector$/i.test(String(path.at(-2)))) continue;
      if (value === '' || value.includes('{{') || known.includes(value)) continue;
      const lower = value.toLowerCase();
      const meant = MEANT[lower] ?? (known.includes(lower) ? lower : undefined);
      yield {
        at: path,
        problem: `No node has the label ${key} "${value}"`,
        why: 'Pods that ask for it stay Pending.',
        help: meant === undefined ? `Write one of ${known.join(', ')}.` : `Write "${meant}".`,
        ...(meant === undefined
          ? {}
          : { fix: { title: `Write ${meant}`, safe: false, replace: [{ at: path, text: meant }] } }),
      };
    }
  },
});
