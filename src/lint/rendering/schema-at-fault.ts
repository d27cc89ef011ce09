import { schemasAt } from '../../json-schema/schema-at.ts';
import { describeType } from '../../kubernetes/structure/describe-type.ts';
import type { FieldType } from '../../kubernetes/types/field-type.ts';
import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { parseValuesPath } from '../../model/parse-values-path.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { AssembledRelease } from '../assemble-release.ts';
import { isAuthors } from '../is-authors.ts';
import type { ReleaseInput } from '../release-input.ts';
import { fieldUses, type RenderedField } from './field-uses.ts';
import type { RenderedOnce } from './rendered-once.ts';
import { askedTypes, renderedTypes } from './rendered-types.ts';
import type { RenderingFindings } from './rendering-findings.ts';
import { textsOf } from './texts-of.ts';

/** Objects are searched once for each such finding. */
const MOST = 20;

type Shape = 'map' | 'list' | 'scalar';

/**
 * Says of a value that the schema refuses, and that Kubernetes takes as it is, that the schema is at fault: it wants a scalar where the
 * templates copy the value into a field that is a map, say.
 */
export async function withSchemaAtFault(
  findings: readonly Finding[],
  { values, root, release }: AssembledRelease,
  input: ReleaseInput,
  { rendering }: RenderedOnce,
): Promise<Pick<RenderingFindings, 'findings' | 'texts'>> {
  const { schema } = input;
  const asBefore = { findings, texts: new Map<string, string>() };
  if (rendering === undefined || root === undefined || schema === undefined) return asBefore;
  const doubted = findings
    .filter(({ rule, path }) => rule === 'schema/type' && isOtherShape(path))
    .slice(0, MOST);
  if (doubted.length === 0) return asBefore;
  const manifests = [...rendering.sorted.manifests, ...rendering.sorted.hooks];
  const types = await renderedTypes(manifests, askedTypes(root, rendering, input));
  const places = { values, templates: rendering.templates };
  const found = findings.map((finding) => {
    if (!doubted.includes(finding)) return finding;
    const path = parseValuesPath(finding.path)!;
    const uses = manifests.flatMap((manifest) => fieldUses(manifest, path, places, types).uses);
    const shape = shapeOf(valueAt(values.data, path));
    const isTaken = uses.length > 0 && uses.every(({ type }) => type && shapeTaken(type) === shape);
    return isTaken ? contradicted(finding, uses[0]!, isAuthors(release)) : finding;
  });
  return { findings: found, texts: textsOf(rendering, found) };

  function isOtherShape(pointer: string): boolean {
    const path = parseValuesPath(pointer);
    const wanted = path === undefined ? [] : shapesWanted(path);
    return path !== undefined && wanted.length > 0 && !wanted.includes(shapeOf(valueAt(values.data, path)));
  }

  function shapesWanted(path: ValuesPath): Shape[] {
    return schemasAt(schema!.json(), path).flatMap(({ type = [] }) => [type].flat().map(shapeNamed));
  }
}

function shapeOf(value: JsonValue | undefined): Shape {
  if (Array.isArray(value)) return 'list';
  return isJsonObject(value) ? 'map' : 'scalar';
}

function shapeNamed(type: JsonValue): Shape {
  if (type === 'object') return 'map';
  return type === 'array' ? 'list' : 'scalar';
}

/** Undefined where Kubernetes takes anything. */
function shapeTaken(type: FieldType): Shape | undefined {
  if (type.is === 'list') return 'list';
  if (type.is === 'map' || type.is === 'object' || type.is === 'type') return 'map';
  return type.is === 'any' ? undefined : 'scalar';
}

function contradicted(
  finding: Finding,
  { manifest, at, template, type }: RenderedField,
  isOwn: boolean,
): Finding {
  const object = [manifest.kind, manifest.name].join(' ').trim();
  const field = `${object}: ${formatPath(at)}`;
  return {
    ...finding,
    why: `${finding.why ?? ''} The schema is at fault: Kubernetes takes ${describeType(type!)} there, and the template copies the value.`.trim(),
    help: isOwn
      ? 'Correct the type in values.schema.json.'
      : 'Tell the authors of the chart; until then --skip-schema-validation lets it through.',
    related:
      template === undefined
        ? finding.related
        : [...finding.related, { span: template, message: `becomes ${field}` }],
  };
}
