import { sameValue } from '../../merge/same-value.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { childOf } from '../../model/values-path.ts';

/** What of a map is not what the chart has, or is in `inline`; nulls as well. Lists count as a whole. */
export function unlikeChart(map: JsonObject, chart: JsonObject, inline: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      const [there, asked] = [childOf(chart, key), childOf(inline, key)];
      if (isJsonObject(value) && isJsonObject(there)) {
        const below = unlikeChart(value, there, isJsonObject(asked) ? asked : {});
        return Object.keys(below).length === 0 ? [] : [[key, below]];
      }
      const isSame = value !== null && asked === undefined && there !== undefined && sameValue(value, there);
      return isSame ? [] : [[key, value]];
    }),
  );
}
