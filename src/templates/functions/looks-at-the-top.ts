const NAMES = [
  'dict list tuple get set unset hasKey index keys values pluck pick omit dig',
  'default coalesce empty ternary and or not required len kindIs kindOf typeIs typeIsLike typeOf',
  'first last rest initial append push prepend concat slice reverse chunk',
  'mustFirst mustLast mustRest mustInitial mustAppend mustPush mustPrepend mustSlice mustReverse mustChunk',
];

const AT_THE_TOP: ReadonlySet<string> = new Set(NAMES.flatMap((names) => names.split(' ')));

/** Whether a function takes no notice of what is in the maps and lists that it is given, and so costs the same however much that is. */
export function looksAtTheTop(name: string): boolean {
  return AT_THE_TOP.has(name);
}
