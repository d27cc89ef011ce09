import type { Row } from '../claim.ts';
import { ID, KEY, PRODUCTION } from './base.ts';

const HOST = 'network.hostname';
const OWN = 'colony.corp.net';
const OFF = { 'secret-inline': 'off' } as const;

/** Quick Start, Mandatory Settings and the requirement of TLS; `tls` switches it on in this state of the chart, and
 * `quoted` is said of it in quotes. */
export const quickStart = (tls: string, quoted: string): readonly Row[] => [
  ['the host name is needed', HOST, '', OWN, 'colonyos/mandatory-setting'],
  ['the host name is there', HOST, undefined, OWN, 'colonyos/mandatory-setting'],
  ['the host name is no URL', HOST, 'https://colony.corp.net', OWN, 'schema/pattern'],
  ['the host name has no port', HOST, 'colony.corp.net:443', OWN, 'schema/pattern'],
  ['the host name is in lower case', HOST, 'Colony.corp.net', OWN, 'schema/pattern'],
  ['the host name is no address', HOST, '192.0.2.7', OWN, 'schema/pattern'],
  ['the host name is public', HOST, 'colony.local', OWN, 'ingress-host-placeholder'],
  ['the host name is not this machine', HOST, 'localhost', OWN, 'ingress-host-placeholder'],
  ['the host name has a domain', HOST, 'colony', OWN, 'ingress-host-placeholder'],
  [
    "the host name of the examples is the project's",
    HOST,
    'server.colonyos.io',
    OWN,
    'colonyos/sample-hostname',
  ],
  ['the server needs its id', 'colonies.serverid', '', ID, 'colonyos/mandatory-setting'],
  ['ids are 64 hexadecimal digits', 'colonies.serverid', 'abc', ID, 'schema/pattern'],
  ['ids are in lower case', 'colonies.serverid', ID.toUpperCase(), ID, 'schema/pattern'],
  ['ids are texts', 'colonies.serverid', 9432, ID, 'schema/type'],
  [
    'the server needs its key',
    'colonies.serverPrivateKey',
    '',
    KEY,
    'colonyos/mandatory-setting',
    { unprovided: ['colonies.serverPrivateKey'], rules: OFF },
  ],
  [
    'keys are 64 hexadecimal digits, those of the README 63',
    'colonies.serverPrivateKey',
    '2b8d832c4adbe5f52d09d317860507ac77d59b7bcee972ec3fa369c5dcfd9ec',
    KEY,
    'schema/pattern',
    { unprovided: ['colonies.serverPrivateKey'], rules: OFF },
  ],
  [
    'id and key belong together',
    'colonies.serverid',
    '233db8208164b82ef048768c0740a60901726f43b0b95903bc23d074a0ae62e1',
    ID,
    'colonyos/key-pair-mismatch',
    { unprovided: ['colonies.serverPrivateKey'], beside: { 'colonies.serverPrivateKey': KEY }, rules: OFF },
  ],
  [
    'keys are not for files',
    'colonies.serverPrivateKey',
    KEY,
    undefined,
    'secret-inline',
    { unprovided: ['colonies.serverPrivateKey'], rules: { 'colonyos/mandatory-setting': 'off' } },
  ],
  [
    'the password is needed',
    'database.password',
    '',
    'q7-dormouse-52X-lantern',
    'colonyos/mandatory-setting',
    { unprovided: ['database.password'], rules: OFF },
  ],
  [
    "the password of the examples is nobody's",
    'database.password',
    'your-secure-password-here',
    'q7-dormouse-52X-lantern',
    'placeholder-value',
    { unprovided: ['database.password'], rules: OFF },
  ],
  [
    'passwords are strong',
    'database.password',
    'postgres',
    'q7-dormouse-52X-lantern',
    'secret-default-credential',
    { unprovided: ['database.password'], rules: OFF },
  ],
  ['TLS is valid', tls, false, true, 'ingress-tls-missing', PRODUCTION],
  ['TLS is switched by a boolean', tls, 'true', true, quoted],
  ['exclusive assignment is slow', 'colonies.exclusiveAssign', true, false, 'colonyos/exclusive-assign'],
  ['settings are spelled as in the README', 'colonies.serverId', ID, undefined, 'schema/unknown-key'],
];
