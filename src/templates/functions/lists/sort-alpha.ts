import { itemOrigin } from '../../value/entry-origin.ts';
import type { GoList, GoValue } from '../../value/go-value.ts';
import { goList, isList } from '../../value/make-value.ts';
import type { Origin } from '../../value/origin.ts';
import { compareGoStrings } from '../../value/utf8.ts';
import { declareFunction } from '../declare-function.ts';
import { textsOf } from '../strings/split-functions.ts';
import { textValue } from '../strings/text-value.ts';

/** Sorts texts by their bytes. sprig does so in place when it is given a list of texts, else it makes one. */
export const sortAlpha = declareFunction(
  'sortAlpha',
  'any -> []string',
  ([list]) => {
    if (isTexts(list)) return sortedInPlace(list);
    const texts = sortable(list).map(({ text }) => text);
    return goList(texts.sort(compareGoStrings), 'string');
  },
  ({ args, origins, result }) => {
    if (isTexts(args[0])) return origins[0];
    const texts = sortable(args[0], origins[0]).sort((a, b) => compareGoStrings(a.text, b.text));
    if (isList(result)) result.origins = texts.map(({ origin }) => origin);
    return undefined;
  },
);

function isTexts(list: GoValue): list is GoList {
  return isList(list) && list.type === '[]string';
}

function sortedInPlace(list: GoList): GoList {
  const sorted = list.items
    .map((item, i) => ({ text: item as string, origin: itemOrigin(list, i, undefined) }))
    .sort((a, b) => compareGoStrings(a.text, b.text));
  for (const [i, { text }] of sorted.entries()) list.items[i] = text;
  if (list.origins !== undefined) list.origins = sorted.map(({ origin }) => origin);
  return list;
}

/** Nil is a text here. */
function sortable(list: GoValue, own?: Origin | undefined): ReturnType<typeof textsOf> {
  return list === null ? [{ text: textValue(list), origin: own }] : textsOf(list, own);
}
