import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';

/** apimachinery, `IsDNS1123Subdomain`. */
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const MOST = 253;
/** Charts cut names that they make at 63 characters. */
const MOST_IN_OVERRIDE = 63;

export const rule = defineRule({
  id: 'dns-name-invalid',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  yieldsTo: ['schema/pattern', 'schema/max-length'],
  docs: {
    summary: 'The name of an object is none that Kubernetes accepts.',
    why: 'The API server rejects the object, or the pod that refers to it, so the installation fails half-way. Names consist of lower-case letters, digits, "-" and "."; upper case and underscores are what people write by habit.',
    source: 'Kubernetes documentation, "Object Names and IDs".',
  },
  examples: {
    bad: [
      { values: 'fullnameOverride: Shop_API\n' },
      { values: 'serviceAccount:\n  create: true\n  name: shopApi\n' },
      {
        chart: 'hotswap',
        values: 'externalDatabase:\n  existingSecret: Shop_DB\npostgresql:\n  enabled: false\n',
      },
    ],
    good: [
      { values: 'fullnameOverride: shop-api\n' },
      { values: 'serviceAccount:\n  create: true\n  name: ""\n' },
      { values: 'auth:\n  existingSecret: "{{ .Release.Name }}-auth"\n' },
    ],
  },
  *check(release) {
    for (const { path, value } of release.roles.objectNames) {
      const most = /Override$/.test(String(path.at(-1))) ? MOST_IN_OVERRIDE : MOST;
      if (SUBDOMAIN.test(value) && value.length <= most) continue;
      const suggestion = value
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replaceAll(/[_\s]+/g, '-');
      const mends = SUBDOMAIN.test(suggestion) && suggestion.length <= most;
      yield {
        at: path,
        ...(value.length > most
          ? {
              problem: `${formatPath(path)} has ${value.length} characters, and a name may have ${most}`,
              why: 'The API server rejects the object or cuts the name.',
              help: 'Shorten it.',
            }
          : {
              problem: `${formatPath(path)} is "${value}", which is no name for an object`,
              why: 'The API server rejects it.',
              help: `Use lower-case letters, digits and "-"${mends ? `, as in "${suggestion}"` : ''}.`,
            }),
        ...(mends
          ? {
              fix: {
                title: `Write ${suggestion}`,
                safe: false,
                replace: [{ at: path, text: JSON.stringify(suggestion) }],
              },
            }
          : {}),
      };
    }
  },
});
