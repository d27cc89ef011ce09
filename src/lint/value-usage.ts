import { describeType } from '../kubernetes/structure/describe-type.ts';
import { formatPath } from '../model/format-path.ts';
import type { FieldUse, ValueUsage } from '../model/value-usage.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { AssembledRelease } from './assemble-release.ts';
import { hasFailed } from './has-failed.ts';
import type { ReleaseInput } from './release-input.ts';
import { refusalOf, renderRelease } from './render-release.ts';
import { fieldUses, type RenderedField } from './rendering/field-uses.ts';
import { askedTypes, renderedTypes } from './rendering/rendered-types.ts';
import { settingsFor } from './settings-for.ts';

/** What templates make of the time is not looked at, so any will do: 2025-01-01. */
const CLOCK = 1_735_689_600_000;

/** Where the value at a path goes when the release is rendered; undefined when its chart has no templates here. */
export async function valueUsage(
  { release, values, root }: AssembledRelease,
  input: ReleaseInput,
  path: ValuesPath,
): Promise<ValueUsage | undefined> {
  if (root === undefined || (root.chart.templates?.() ?? []).length + root.subcharts.length === 0)
    return undefined;
  const { helmVersion, rendering: asked } = input;
  const options = { helmVersion, ...settingsFor(root, asked, helmVersion), traced: true, clock: CLOCK };
  if (refusalOf(root, options) !== undefined) return undefined;
  const rendering = await renderRelease(root, values, options);
  if (rendering.templates.size === 0) return undefined;
  const manifests = [...rendering.sorted.manifests, ...rendering.sorted.hooks];
  const types = await renderedTypes(manifests, askedTypes(root, rendering, input));
  const places = { values: release.values, templates: rendering.templates };
  const found = manifests.map((manifest) => fieldUses(manifest, path, places, types));
  const known = release.chart?.templates;
  return {
    uses: found.flatMap(({ uses }) => uses.map(described)),
    decides: found.flatMap(({ decides }) => decides.map(described)),
    isRead: known?.complete === true ? known.reads(path) : undefined,
    stops: hasFailed(rendering),
    texts: new Map(Array.from(rendering.templates.values(), ({ source, text }) => [source.id, text])),
  };
}

/** A field in words. */
function described({ manifest, at, template, type }: RenderedField): FieldUse {
  return {
    object: [manifest.kind, manifest.name].filter((text) => text !== '').join('/'),
    field: formatPath(at),
    template,
    type: type && type.is !== 'any' ? describeType(type) : undefined,
  };
}
