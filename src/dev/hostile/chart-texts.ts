/** `f(0)` to `f(size - 1)`, one after the other. */
export const times = (size: number, f: (i: number) => string, between = ''): string =>
  Array.from({ length: size }, (_, i) => f(i)).join(between);

/** A Chart.yaml. */
export const CHART = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';

/** The files of a chart. */
export const chart = (values: string, schema?: unknown, more: Record<string, string> = {}) => ({
  'Chart.yaml': CHART,
  'values.yaml': values,
  ...(schema === undefined
    ? {}
    : { 'values.schema.json': typeof schema === 'string' ? schema : JSON.stringify(schema) }),
  ...more,
});

/** The files of a chart with one template. */
export const template = (text: string, values = 'a: 1\n') =>
  chart(values, undefined, { 'templates/a.yaml': text });
