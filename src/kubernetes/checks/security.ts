import type { ManifestCheck } from '../manifest-check.ts';
import { listIn, mapIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
/** From capabilities(7), as container runtimes know them. */
const CAPABILITIES = new Set(
  (
    'ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID ' +
    'IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW ' +
    'PERFMON SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO ' +
    'SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM'
  ).split(' '),
);

export const checks: readonly ManifestCheck[] = [
  {
    id: 'privilege-escalation',
    on: ['core/v1.SecurityContext'],
    source: `ValidateSecurityContext in ${CORE}`,
    *check(node) {
      if (node.value.allowPrivilegeEscalation !== false) return;
      const help = 'Set allowPrivilegeEscalation to null beside it, or remove the privilege.';
      if (node.value.privileged === true) {
        yield refuse(node, 'privileged', 'privileged excludes allowPrivilegeEscalation: false', help, {
          related: [{ at: [...node.path, 'allowPrivilegeEscalation'], problem: 'the other one' }],
        });
      }
      const added = listIn(mapIn(node.value, 'capabilities'), 'add');
      const index = added.indexOf('CAP_SYS_ADMIN');
      if (index >= 0)
        yield refuse(
          node,
          ['capabilities', 'add', index],
          'CAP_SYS_ADMIN excludes allowPrivilegeEscalation: false',
          help,
        );
    },
  },
  {
    id: 'capability-name',
    on: ['core/v1.Capabilities'],
    source: 'capabilities(7); the API server takes any text, the container runtime refuses to start',
    *check(node) {
      for (const field of ['add', 'drop']) {
        for (const [i, name] of listIn(node.value, field).entries()) {
          if (typeof name !== 'string') continue;
          const plain = name.toUpperCase().replace(/^CAP_/, '');
          if (CAPABILITIES.has(plain)) continue;
          yield {
            ...refuse(
              node,
              [field, i],
              `${showText(name)} is no capability of Linux`,
              'Write a name such as NET_BIND_SERVICE.',
            ),
            severity: 'warning',
            why: 'The container runtime refuses to start the container.',
          };
        }
      }
    },
  },
  {
    id: 'seccomp-profile',
    on: ['core/v1.SeccompProfile', 'core/v1.AppArmorProfile'],
    source: `validateSeccompProfileField and ValidateAppArmorProfileField in ${CORE}`,
    *check(node) {
      const profile = textIn(node.value, 'localhostProfile');
      const type = textIn(node.value, 'type');
      if (type === 'Localhost' && profile === undefined) {
        yield refuse(
          node,
          [],
          'type "Localhost" needs "localhostProfile"',
          'Add the name of the profile, or write "RuntimeDefault".',
        );
      }
      if (type !== undefined && type !== 'Localhost' && profile !== undefined) {
        yield refuse(
          node,
          'localhostProfile',
          `type "${type}" has no "localhostProfile"`,
          'Remove it, or write "Localhost".',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'sysctl-name',
    on: ['core/v1.PodSecurityContext'],
    source: `validateSysctls in ${CORE}`,
    *check(node) {
      const seen = new Set<string>();
      for (const [i, item] of listIn(node.value, 'sysctls').entries()) {
        const name = textIn(item, 'name');
        if (name === undefined) continue;
        if (!/^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:[./][a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/.test(name)) {
          yield refuse(
            node,
            ['sysctls', i, 'name'],
            `${showText(name)} is no name of a sysctl`,
            'Write a name such as net.core.somaxconn.',
          );
        } else if (seen.has(name)) {
          yield refuse(
            node,
            ['sysctls', i, 'name'],
            `sysctl ${showText(name)} is there twice`,
            'Keep one of them.',
          );
        }
        seen.add(name);
      }
    },
  },
];
