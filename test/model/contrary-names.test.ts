import { describe, expect, it } from 'vitest';
import { areContrary } from '../../src/model/contrary-names.ts';
import { knownNames, nearestName } from '../../src/model/nearest-name.ts';

describe('names that say the contrary', () => {
  it.each([
    ['minReplicas', 'maxReplicas'],
    ['minreplicas', 'maxReplicas'],
    ['maxReplica', 'minReplicas'],
    ['enabled', 'disabled'],
    ['enable', 'disabled'],
    ['readTimeout', 'writeTimeout'],
    ['maxOpenConns', 'maxIdleConns'],
    ['httpPort', 'httpsPort'],
    ['scaleUp', 'scaleDown'],
    ['preStop', 'postStop'],
    ['ingress', 'egress'],
    ['externalHost', 'externalPort'],
    ['allowedOrigins', 'deniedOrigins'],
    ['isPublic', 'isPrivate'],
    ['livenessProbe', 'readinessProbe'],
    ['requests', 'limits'],
    ['verify', 'skipVerify'],
    ['insecure', 'secure'],
    ['unhealthy', 'healthy'],
    ['upload', 'download'],
    ['ipv4', 'ipv6'],
  ])('%s and %s', (one, other) => {
    expect(areContrary(one, other)).toBe(true);
    expect(areContrary(other, one)).toBe(true);
    expect(nearestName(one, knownNames([other, 'somethingElse']))).toBeUndefined();
    expect(nearestName(other, knownNames([one, 'somethingElse']))).toBeUndefined();
  });

  it.each([
    ['minReplica', 'minReplicas'],
    ['httpsPort', 'httpsPorts'],
    ['enable', 'enabled'],
    ['imageTag', 'imageTags'],
    ['minMaxRatio', 'maxMinRatio'],
    ['postgresql', 'postgres'],
    ['support', 'supports'],
  ])('not %s and %s', (one, other) => {
    expect(areContrary(one, other)).toBe(false);
  });
});
