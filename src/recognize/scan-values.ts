import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { ScalarRole } from '../model/scalar-role.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A map or list on the way to a value. */
interface Container {
  readonly key: string | number;
  readonly parent: Container | undefined;
}

/** Most scalars are never reported, so that the path waits until somebody asks. */
class Scalar implements ScalarRole {
  readonly value: ScalarRole['value'];
  readonly #key: string | number;
  readonly #parent: Container | undefined;

  constructor(value: ScalarRole['value'], key: string | number, parent: Container | undefined) {
    this.value = value;
    this.#key = key;
    this.#parent = parent;
  }

  get key(): string | number {
    return this.#key;
  }

  get path(): ValuesPath {
    return pathTo(this.#key, this.#parent);
  }
}

function pathTo(key: string | number, parent: Container | undefined): ValuesPath {
  const path = [key];
  for (let at = parent; at !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** What one walk through the values finds, in their order. */
export interface ScannedValues {
  /** Every text, number and boolean. */
  readonly scalars: readonly ScalarRole[];
  /** Every key called "true" or "false". */
  readonly booleanKeys: readonly ValuesPath[];
}

/** Walks through the values. */
export function scanValues(data: JsonObject): ScannedValues {
  const scalars: ScalarRole[] = [];
  const booleanKeys: ValuesPath[] = [];
  const visit = (value: JsonValue, key: string | number, parent: Container | undefined): void => {
    if (typeof value !== 'object') scalars.push(new Scalar(value, key, parent));
    else if (value !== null) visitBelow(value, { key, parent });
  };
  const visitBelow = (value: JsonValue[] | Record<string, JsonValue>, at: Container | undefined): void => {
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) visit(value[i]!, i, at);
      return;
    }
    for (const key of Object.keys(value)) {
      if (key === 'true' || key === 'false') booleanKeys.push(pathTo(key, at));
      visit(value[key]!, key, at);
    }
  };
  visitBelow(data, undefined);
  return { scalars, booleanKeys };
}
