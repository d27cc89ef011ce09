/**
 * How a Go template prints a number of the values, which are float64: `1e+06` from a million on, `1.2` for 1.20.
 * Measured with Helm 3.21.4 and 4.2.4: `{{ .Values.x }}`, `quote` and `printf "%v"` all print so; `int64`, `toJson` and, for
 * whole numbers, `toYaml` do not. Numbers from `--set` are int64 and print as written.
 */
export function goNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e6)) return String(value);
  const [digits, exponent = '+0'] = value.toExponential().split('e');
  return `${digits}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}
