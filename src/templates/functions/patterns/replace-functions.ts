import type { GoFunction } from '../../value/go-value.ts';
import { chosenBy, joinOrigins, sliceOrigin, sourceOf } from '../../value/text-origin.ts';
import { bothSources } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';
import { expandReplacement, type ReplacementPiece } from './expand-replacement.ts';
import { findReplaced, type GoPattern } from './go-pattern.ts';

type Args = readonly [pattern: string, text: string, replacement: string];

/** `regexReplaceAll`, and its twin that takes the replacement as it is. */
export function replaceFunctions(name: string, read: (source: string) => GoPattern): GoFunction[] {
  return [replacing(name, read, true), replacing(`${name}Literal`, read, false)];
}

function replacing(name: string, read: (source: string) => GoPattern, expands: boolean): GoFunction {
  return declareFunction(
    name,
    'string, string, string -> string',
    (args: Args, context) => {
      const pieces = replacedPieces(args, read(args[0]), expands);
      context.spend(pieces.reduce((sum, { start, end }) => sum + end - start, 0));
      return pieces.map(({ of, start, end }) => args[of === 'text' ? 1 : 2].slice(start, end)).join('');
    },
    ({ args, origins, result }) => {
      const pieces = replacedPieces(args as unknown as Args, read(args[0] as string), expands);
      const texts = pieces.map(
        ({ of, start, end }) =>
          [end - start, sliceOrigin(origins[of === 'text' ? 1 : 2], start, end)] as const,
      );
      const isEmpty = result === '';
      const decides = isEmpty ? bothSources(sourceOf(origins[1]), sourceOf(origins[2])) : undefined;
      return chosenBy(joinOrigins(texts), result!, bothSources(sourceOf(origins[0]), decides));
    },
  );
}

/** The result as ranges of the text and of the replacement. */
function replacedPieces(
  [, text, replacement]: Args,
  pattern: GoPattern,
  expands: boolean,
): ReplacementPiece[] {
  const pieces: ReplacementPiece[] = [];
  let at = 0;
  for (const match of findReplaced(pattern, text)) {
    const [start, end] = match as [number, number];
    pieces.push({ of: 'text', start: at, end: start });
    if (expands) pieces.push(...expandReplacement(replacement, pattern, match));
    else pieces.push({ of: 'replacement', start: 0, end: replacement.length });
    at = end;
  }
  pieces.push({ of: 'text', start: at, end: text.length });
  return pieces;
}
