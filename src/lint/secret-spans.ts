import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import { type SecretState, secretStates } from '../model/secret-matcher.ts';
import type { Span } from '../model/span.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/**
 * Where the files and flags of a release write secrets: what no report shows. Every layer counts, also where a stronger one
 * overrides it.
 */
export function secretSpans({ roles, chart, values }: Release): Span[] {
  const recognized = new Set(roles.secrets.map(({ path }) => toPointer(path)));
  // Pointers are made only for keys that are called like one of the recognized secrets.
  const endings = new Set(roles.secrets.map(({ path }) => String(path.at(-1))));
  const states = secretStates(chart?.annotations ?? []);
  const isSecret = (state: SecretState, path: ValuesPath): boolean =>
    ((state.named || state.annotated) && states.settles(state, path)) ||
    (endings.has(String(path.at(-1))) && recognized.has(toPointer(path)));
  const spans: Span[] = [];
  const visitLayer = ({ document, data, scope, isSecret: isHeld }: Layer): void => {
    if (document === undefined) return;
    const path = [...scope];
    const visit = (value: JsonValue, state: SecretState): void => {
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) enter(i, value[i]!, state);
      } else if (isJsonObject(value)) {
        for (const key of Object.keys(value)) enter(key, value[key]!, state);
      } else if (isText(value) && (isHeld === true || isSecret(state, path))) {
        const own = path.slice(scope.length);
        if (document.writes(own)) spans.push(document.locate(own, 'value'));
      }
    };
    const enter = (segment: string | number, value: JsonValue, state: SecretState): void => {
      path.push(segment);
      visit(value, states.below(state, segment));
      path.pop();
    };
    visit(data, scope.reduce(states.below, states.start));
  };
  values.layers.forEach(visitLayer);
  return spans;
}

/** Keys whose value is that of the name around them: `password: { value: x }`. */
const CARRIERS: ReadonlySet<unknown> = new Set(['value', 'data', 'content', 'plain', 'literal', 'default']);

/**
 * Tells whether the value at a path of the release is a secret: recognized as one, annotated, by its name or that of what carries it,
 * because a Secret holds it, or will: `stringData`, and all literals of Kustomize's `secretGenerator`.
 */
export function secretPaths({ roles, values }: Release): (path: ValuesPath) => boolean {
  const recognized = new Set(roles.secrets.map(({ path }) => toPointer(path)));
  const held = values.layers.filter(({ isSecret }) => isSecret === true);
  const isSecret = (path: ValuesPath): boolean =>
    recognized.has(toPointer(path)) ||
    roles.isSecret(path) ||
    path.includes('stringData') ||
    (path.includes('secretGenerator') && path.includes('literals')) ||
    (path.length > 1 && CARRIERS.has(path.at(-1)) && isSecret(path.slice(0, -1))) ||
    held.some(
      ({ data, scope }) => isWithin(scope, path) && valueAt(data, path.slice(scope.length)) !== undefined,
    );
  return isSecret;
}

function isWithin(scope: ValuesPath, path: ValuesPath): boolean {
  return scope.every((segment, i) => segment === path[i]);
}

/** The spans by file, each once. */
export function spansByFile(spans: Iterable<Span>): Map<string, Span[]> {
  const files = new Map<string, Map<string, Span>>();
  for (const span of spans) {
    const known = files.get(span.source.id) ?? new Map<string, Span>();
    files.set(span.source.id, known.set(`${span.start} ${span.end}`, span));
  }
  return new Map(Array.from(files, ([file, known]) => [file, [...known.values()]]));
}

/** Booleans and nothing at all are no secrets, whatever they are called. */
function isText(value: JsonValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
