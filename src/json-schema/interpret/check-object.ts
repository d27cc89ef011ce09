import type { Check, KeywordCheck, SchemaRun } from './schema-run.ts';

type Data = Readonly<Record<string, unknown>>;

function size(keyword: string, breaks: (size: number, limit: number) => boolean): KeywordCheck {
  return ({ schema, pointer }) => {
    const limit = schema[keyword] as number;
    return (data, run) => {
      if (breaks(Object.keys(data as Data).length, limit))
        run.fail(keyword, `${pointer}/${keyword}`, { limit });
    };
  };
}

function isIn(data: Data, key: string): boolean {
  return data[key] !== undefined && Object.hasOwn(data, key);
}

const required: KeywordCheck = ({ schema, pointer }) => {
  const keys = schema.required as string[];
  return (data, run) => {
    for (const key of keys) {
      if (!isIn(data as Data, key)) run.fail('required', `${pointer}/required`, { missingProperty: key });
    }
  };
};

const propertyNames: KeywordCheck = ({ pointer, below }) => {
  const check = below('propertyNames');
  return (data, run) => {
    for (const key of Object.keys(data as Data)) {
      const before = run.errors.length;
      run.name(key, check);
      if (run.errors.length > before)
        run.fail('propertyNames', `${pointer}/propertyNames`, { propertyName: key });
    }
  };
};

const additionalProperties: KeywordCheck = ({ schema, pointer, tracks, below, pattern }) => {
  if (schema.additionalProperties === true && !tracks) return undefined;
  const known = new Set(Object.keys(schema.properties ?? {}));
  const patterns = Object.keys(schema.patternProperties ?? {}).map(pattern);
  const isKnown = (key: string, run: SchemaRun): boolean => {
    if (known.has(key)) return true;
    run.matching(patterns.length);
    return patterns.some((one) => one.test(key));
  };
  if (schema.additionalProperties === false) {
    const place = `${pointer}/additionalProperties`;
    return (data, run) => {
      for (const key of Object.keys(data as Data)) {
        if (!isKnown(key, run)) run.fail('additionalProperties', place, { additionalProperty: key });
      }
    };
  }
  const check = below('additionalProperties');
  const saysNothing = schema.additionalProperties === true;
  return (data, run) => {
    if (saysNothing && run.evaluated === undefined) return;
    for (const key of Object.keys(data as Data)) {
      if (isKnown(key, run)) continue;
      run.below(key, check, (data as Data)[key]);
      run.evaluated?.note(key);
    }
  };
};

/** What no other keyword has looked at; the last check of its schema. */
const unevaluatedProperties: KeywordCheck = ({ schema, pointer, below }) => {
  const place = `${pointer}/unevaluatedProperties`;
  const isForbidden = schema.unevaluatedProperties === false;
  const check = below('unevaluatedProperties');
  return (data, run) => {
    const { evaluated } = run;
    for (const key of Object.keys(data as Data)) {
      if (evaluated?.has(key)) continue;
      if (isForbidden) run.fail('unevaluatedProperties', place, { unevaluatedProperty: key });
      else run.below(key, check, (data as Data)[key]);
      evaluated?.note(key);
    }
  };
};

const properties: KeywordCheck = ({ schema, now }) => {
  const keys = Object.keys(schema.properties as object);
  const checks: Check[] = [];
  return (data, run) => {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (!isIn(data as Data, key)) continue;
      checks[i] ??= now('properties', key);
      run.below(key, checks[i]!, (data as Data)[key]);
      run.evaluated?.note(key);
    }
  };
};

const patternProperties: KeywordCheck = ({ schema, below, pattern }) => {
  const texts = Object.keys(schema.patternProperties as object);
  const checks = texts.map((text) => [pattern(text), below('patternProperties', text)] as const);
  return (data, run) => {
    run.matching(checks.length * Object.keys(data as Data).length);
    for (const [expression, check] of checks) {
      for (const key of Object.keys(data as Data)) {
        if (!expression.test(key)) continue;
        run.below(key, check, (data as Data)[key]);
        run.evaluated?.note(key);
      }
    }
  };
};

/** Keys that ask for other keys: `dependentRequired`, and up to 2019-09 the lists in `dependencies`. */
function dependentKeys(keyword: string): KeywordCheck {
  return ({ schema, pointer }) => {
    const lists = Object.entries(schema[keyword] as object).filter(([, list]) => Array.isArray(list));
    return (data, run) => {
      for (const [key, list] of lists as [string, string[]][]) {
        if (isIn(data as Data, key)) checkKeys(data as Data, key, list, run, keyword, pointer);
      }
    };
  };
}

function checkKeys(
  data: Data,
  property: string,
  list: readonly string[],
  run: SchemaRun,
  keyword: string,
  pointer: string,
): void {
  const said = { depsCount: list.length, deps: list.join(', ') };
  for (const missingProperty of list) {
    if (!isIn(data, missingProperty))
      run.fail(keyword, `${pointer}/${keyword}`, { property, missingProperty, ...said });
  }
}

/** Keys that ask for a schema: `dependentSchemas`, and the schemas in `dependencies`. */
function dependentSchemas(keyword: string): KeywordCheck {
  return ({ schema, below }) => {
    const checks = Object.entries(schema[keyword] as object)
      .filter(([, part]) => !Array.isArray(part))
      .map(([key]): [string, Check] => [key, below(keyword, key)]);
    return (data, run) => {
      for (const [key, check] of checks) if (isIn(data as Data, key)) check(data, run);
    };
  };
}

const dependencies: KeywordCheck = (part) => {
  const ofKeys = dependentKeys('dependencies')(part);
  const ofSchemas = dependentSchemas('dependencies')(part);
  return (data, run) => {
    ofKeys?.(data, run);
    ofSchemas?.(data, run);
  };
};

/** Keywords about maps up to draft-07, in the order in which ajv applies them. */
export const OBJECT_CHECKS: Readonly<Record<string, KeywordCheck>> = {
  maxProperties: size('maxProperties', (length, limit) => length > limit),
  minProperties: size('minProperties', (length, limit) => length < limit),
  required,
  propertyNames,
  additionalProperties,
  dependencies,
  properties,
  patternProperties,
};

/** From 2019-09 on. */
export const OBJECT_CHECKS_2019: Readonly<Record<string, KeywordCheck>> = {
  ...OBJECT_CHECKS,
  dependentRequired: dependentKeys('dependentRequired'),
  dependentSchemas: dependentSchemas('dependentSchemas'),
  unevaluatedProperties,
};
