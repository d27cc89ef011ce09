import type { ValidationError } from '../json-schema/validate-function.ts';
import { escapeSegment, parsePointer } from '../model/json-pointer.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** One value of the data and the errors at and below it. */
export interface FailingValue {
  readonly path: ValuesPath;
  /** JSON Pointer to the value. */
  readonly pointer: string;
  /** Undefined when an error names a value that is not there. */
  readonly value: JsonValue | undefined;
  /** The errors about this very value, by the pointer of the schema that holds the failing keyword. */
  readonly bySchema: Map<string, ValidationError[]>;
  /** The values directly below that have errors at or below them. */
  readonly children: Map<string, FailingValue>;
}

/** The errors as a tree in the shape of the data. */
export function indexErrors(errors: readonly ValidationError[], data: unknown): FailingValue {
  const root = failingValue([], '', data as JsonValue);
  for (const error of errors) {
    let node = root;
    for (const segment of parsePointer(error.instancePath)) {
      let child = node.children.get(segment);
      if (child === undefined) {
        child = childOf(node, segment);
        node.children.set(segment, child);
      }
      node = child;
    }
    const schema = error.schemaPath.slice(0, error.schemaPath.lastIndexOf('/'));
    const known = node.bySchema.get(schema);
    if (known === undefined) node.bySchema.set(schema, [error]);
    else known.push(error);
  }
  return root;
}

function childOf(parent: FailingValue, segment: string): FailingValue {
  const { value, path } = parent;
  const pointer = `${parent.pointer}/${escapeSegment(segment)}`;
  if (Array.isArray(value)) return failingValue([...path, Number(segment)], pointer, value[Number(segment)]);
  const known = typeof value === 'object' && value !== null && Object.hasOwn(value, segment);
  return failingValue([...path, segment], pointer, known ? value[segment] : undefined);
}

function failingValue(path: ValuesPath, pointer: string, value: JsonValue | undefined): FailingValue {
  return { path, pointer, value, bySchema: new Map(), children: new Map() };
}
