import { createScanner } from 'jsonc-parser';
import { TOKEN } from './json-token.ts';

/** A half-open range of offsets. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

/** A map or a list that the scanner is in. */
interface Container {
  readonly isMap: boolean;
  /** Segments of the path that lead to it; -1 where the path leads past it. */
  readonly depth: number;
  /** The key in a map, the index in a list, of what comes next. */
  at: string | number;
  keyPlace: JsonPlace | undefined;
}

/**
 * Where a JSON text holds the value at the path, on its first line; the closest container when it holds none. A key of a
 * map stands for it when the value is a container itself. Needs no stack of its own, however deep the text is nested.
 */
export function jsonPlace(text: string, path: readonly string[]): JsonPlace {
  const scanner = createScanner(text, true);
  const open: Container[] = [];
  let [best, bestDepth]: [JsonPlace, number] = [{ start: 0, end: 0 }, 0];
  for (let token: number = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    const around = open.at(-1);
    const place = {
      start: scanner.getTokenOffset(),
      end: scanner.getTokenOffset() + scanner.getTokenLength(),
    };
    if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) open.pop();
    else if (token === TOKEN.comma && around !== undefined) {
      around.at = typeof around.at === 'number' ? around.at + 1 : '';
      around.keyPlace = undefined;
    } else if (around?.isMap && around.keyPlace === undefined) {
      around.at = scanner.getTokenValue();
      around.keyPlace = place;
    } else if (token !== TOKEN.colon && token !== TOKEN.comma) {
      const depth = depthOf(around, path);
      const isContainer = token === TOKEN.openBrace || token === TOKEN.openBracket;
      if (depth > bestDepth) {
        best = isContainer ? (around?.keyPlace ?? place) : place;
        bestDepth = depth;
        if (depth === path.length) return best;
      }
      if (isContainer) {
        const isMap = token === TOKEN.openBrace;
        open.push({ isMap, depth, at: isMap ? '' : 0, keyPlace: undefined });
      }
    }
  }
  return best;
}

/** How many segments of the path lead to the value that comes next; -1 when none or not all do. */
function depthOf(around: Container | undefined, path: readonly string[]): number {
  if (around === undefined) return 0;
  const { depth, at } = around;
  return depth >= 0 && depth < path.length && path[depth] === String(at) ? depth + 1 : -1;
}
