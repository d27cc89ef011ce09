import { flagLayer } from '../merge/flag-layer.ts';
import type { Layer, ParameterWords } from '../model/layer.ts';
import type { Span } from '../model/span.ts';
import type { Repository } from './repository.ts';

/** A name and a value that a tool hands to Helm like `--set NAME=VALUE`. */
export interface Parameter {
  readonly kind: 'set' | 'set-string' | 'set-file' | 'set-literal';
  readonly name: string;
  /** As it comes behind the `=`, escaped the way the tool does. */
  readonly value: string;
  readonly nameAt: Span;
  readonly valueAt: Span;
  readonly words: ParameterWords;
  /** With `set-file`: the text of each file by the path in the value. */
  readonly files?: ReadonlyMap<string, string>;
}

/** The layer of a parameter, with the places of its name and its value in the manifest. */
export function parameterLayer(parameter: Parameter, { helmVersion, textOf }: Repository): Layer {
  const { kind, name, value, nameAt, valueAt, words, files } = parameter;
  const flag = {
    text: `${name}=${value}`,
    ...(files === undefined ? {} : { files }),
    place: (start: number, end: number): Span =>
      end <= name.length || start < name.length ? nameAt : valueAt,
  };
  const layer = flagLayer(kind, flag, helmVersion === undefined ? {} : { helmVersion });
  const { document } = layer;
  return {
    ...layer,
    words,
    label: valueAt.source.shown,
    ...(document && { document: { ...document, text: textOf(valueAt.source) } }),
  };
}
