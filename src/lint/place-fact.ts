import type { FindingId } from '../model/check-id.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding, RelatedLocation } from '../model/finding.ts';
import { toPointer } from '../model/json-pointer.ts';
import { LIMITS } from '../model/limits.ts';
import type { MergedValues, Origin } from '../model/merged-values.ts';
import type { Severity } from '../model/severity.ts';
import { atAlias } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { valueAt } from '../model/values-path.ts';
import { placeFix } from './place-fix.ts';

const DEFAULT_NOTE = "It is the chart's default: no file sets it.";

/** Turns what a rule or the schema stated about a path into a finding at the place where the value was written. */
export function placeFact(fact: Fact, rule: FindingId, severity: Severity, values: MergedValues): Finding {
  const origin = values.locate(fact.at, fact.part ?? 'value');
  const isDefault = !origin.written && valueAt(values.data, fact.at) !== undefined;
  const fix = fact.fix === undefined ? undefined : placeFix(fact.fix, values);
  return {
    rule,
    severity: fact.severity ?? severity,
    ...said(asWritten(fact, origin, values), isDefault),
    span: atAlias(origin.span),
    path: toPointer(fact.at),
    related: [...anchorOf(origin), ...placeRelated(fact, values)],
    ...(fix === undefined ? {} : { fix }),
    ...(fact.cause === undefined ? {} : { cause: fact.cause }),
  };
}

/** Beside an alias stands what it is written as. */
function anchorOf({ span: { source, start, end, alias } }: Origin): RelatedLocation[] {
  return alias === undefined
    ? []
    : [{ span: { source, start, end }, message: 'the alias stands for this value' }];
}

/** A parameter in a manifest has no quotes that decide about its type: what helps there, the layer says. */
function asWritten(fact: Fact, { layer }: Origin, values: MergedValues): Fact {
  if (layer?.words === undefined || fact.quotes !== true) return fact;
  const isText = typeof valueAt(values.data, fact.at) === 'string';
  return { ...fact, help: isText ? layer.words.asTyped : layer.words.asText };
}

/** The parts of the fact, with a note where it is about a default. */
function said({ problem, message = '', why, help }: Fact, isDefault: boolean): Statement {
  const note = isDefault ? [why, DEFAULT_NOTE].filter((part) => part !== undefined).join(' ') : why;
  return {
    problem: problem ?? message.replace(/(?<!\.)\.$/, ''),
    ...(note === undefined ? {} : { why: note }),
    ...(help === undefined ? {} : { help }),
  };
}

/** A related value that nobody wrote has no place to point at; its message stays with the finding's own text. Beyond the
 * limit nobody reads them. */
function placeRelated(fact: Fact, values: MergedValues): RelatedLocation[] {
  const places: RelatedLocation[] = [];
  for (const { at, part, message } of fact.related ?? []) {
    if (places.length === LIMITS.relatedPlaces) break;
    const { span, written } = values.locate(at, part ?? 'value');
    if (written) places.push({ span: atAlias(span), message });
  }
  return places;
}
