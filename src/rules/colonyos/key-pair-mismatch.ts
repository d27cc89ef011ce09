import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { colonyosIdentity } from '../colonyos-identity.ts';

const ID = ['colonies', 'serverid'];
const KEY = ['colonies', 'serverPrivateKey'];
const HEX_256 = /^[0-9a-fA-F]{64}$/;

export const rule = defineRule({
  id: 'colonyos/key-pair-mismatch',
  chart: 'colonyos',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The id of the server does not belong to its private key.',
    why: 'The id is a hash of the public key, and the server checks each signature against it. With an id from another key pair it starts, and then refuses every call that is signed with this key: the monitor has no numbers, and nobody can create a colony.',
    source:
      'Colonies, internal/crypto/identity: SHA3-256 over the hexadecimal text of the uncompressed secp256k1 public key; comments at colonies.serverid in the values.yaml of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'colonyos',
        values:
          'colonies:\n  serverid: 9432f1feb17192b96f5b46d6e5291f373c971d9428f8559ef52044a7401f8941\n  serverPrivateKey: 6d2fb6f546bacfd98c68769e61e0b44a697a30596c018a50e28200aa59b01c0a\n',
      },
      {
        chart: 'colonyos',
        values:
          'colonies:\n  serverid: 9432f1feb17192b96f5b46d6e5291f373c971d9428f8559ef52044a7401f8941\n  serverPrivateKey: "0000000000000000000000000000000000000000000000000000000000000000"\n',
      },
    ],
    good: [
      {
        chart: 'colonyos',
        values:
          'colonies:\n  serverid: 4fef2b5a82d134d058c1883c72d6d9caf77cd59ca82d73105017590dea3dcb87\n  serverPrivateKey: 6d2fb6f546bacfd98c68769e61e0b44a697a30596c018a50e28200aa59b01c0a\n',
      },
      {
        chart: 'colonyos',
        values:
          'colonies:\n  serverid: 9432f1feb17192b96f5b46d6e5291f373c971d9428f8559ef52044a7401f8941\n  serverPrivateKey: ENC[AES256_GCM,data:9mKk,iv:aa,tag:bb,type:str]\n',
      },
    ],
  },
  *check(release) {
    const { colonies } = chartValues<ColonyosValues>(release);
    const id = colonies?.serverid;
    const key = colonies?.serverPrivateKey;
    if (typeof id !== 'string' || typeof key !== 'string' || !HEX_256.test(id) || !HEX_256.test(key)) return;
    if (isProvided(release.context, ID) || isProvided(release.context, KEY)) return;
    const derived = colonyosIdentity(key);
    if (derived === undefined) {
      yield {
        at: KEY,
        problem: 'colonies.serverPrivateKey is not a key of the curve secp256k1',
        why: 'It is 0 or too large, so it has no public key and no id.',
        help: 'Generate a pair with "colonies security generate".',
      };
      return;
    }
    if (derived === id.toLowerCase()) return;
    yield {
      at: ID,
      problem: 'colonies.serverid is not the id of colonies.serverPrivateKey',
      why: 'The server refuses every call that is signed with that key.',
      help: `Write "${derived}", or use the key that goes with the id.`,
      related: [{ at: KEY, message: 'the private key' }],
      fix: {
        title: 'Set colonies.serverid to the id of the private key',
        safe: false,
        replace: [{ at: ID, text: `"${derived}"` }],
      },
    };
  },
});
