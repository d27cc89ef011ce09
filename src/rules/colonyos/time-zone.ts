import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isWellKnownTimeZone } from '../colonyos-well-known-time-zone.ts';

const PATH = ['timezone'];
/** Names as the schema allows them; what else stands there is its business. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

export const rule = defineRule({
  id: 'colonyos/time-zone',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The time zone does not exist.',
    why: 'The server and the database get the value as TZ. A name that the time zone database does not have counts as UTC, without a message: times in logs and crons are off by hours.',
    source: 'General Settings in the ColonyOS chart README; tzset(3); IANA time zone database.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'timezone: Europe/Stokholm\n' },
      { chart: 'colonyos', values: 'timezone: europe/oslo\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'timezone: Europe/Oslo\n' },
      { chart: 'colonyos', values: 'timezone: Europe/Kyiv\n' },
      { chart: 'colonyos', values: 'timezone: UTC\n' },
      { chart: 'colonyos', values: 'timezone: America/Argentina/Buenos_Aires\n' },
      { chart: 'colonyos', values: 'timezone: Etc/GMT+3\n' },
    ],
  },
  *check(release) {
    const zone = valueAt(release.values.data, PATH);
    if (typeof zone !== 'string' || !NAME.test(zone) || isWellKnownTimeZone(zone)) return;
    const present = presentName(zone);
    // Listing all zones takes milliseconds.
    if (present === zone) return;
    const known = knownZones();
    const spelled = known.find((one) => one.toLowerCase() === zone.toLowerCase());
    if (spelled === zone || (spelled === undefined && present !== undefined)) return;
    const meant = spelled ?? nearestName(zone, knownNames(known), 'slip');
    yield {
      at: PATH,
      problem: `timezone is "${zone}", which is not in the time zone database`,
      why: 'The server and the database then take UTC, without a message.',
      help: meant === undefined ? 'Write UTC or Area/City, such as Europe/Oslo.' : `Did you mean "${meant}"?`,
    };
  },
});

/** The zones under their present names; older names are not among them. */
function knownZones(): readonly string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'];
}

/** What the time zone database calls the zone of that name, in whatever case; undefined when it has none. */
function presentName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
