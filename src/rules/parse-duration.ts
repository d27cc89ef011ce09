const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};
/** Units in falling order, each at most once (Prometheus, `model.ParseDuration`). */
const PROMETHEUS = /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;

/** The seconds of a Prometheus duration (`30s`, `1h30m`, `0`); undefined when the text is none. */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (text === '' || !PROMETHEUS.test(text)) return undefined;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(?<!\d)(\d+)(ms|[smhdwy])/g))
    seconds += Number(count) * UNITS[unit!]!;
  return seconds;
}
