/** Pieces of which texts for one purpose are made; the emptiness between them is theirs. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  word: "a¦B¦Z¦_¦-¦ ¦1¦9¦é¦ß¦Ж¦日¦.¦ǅ¦\t¦x¦HTTP¦Go¦𝒳¦ ¦İ¦'s¦,¦foo".split('¦'),
  regex:
    'a¦b¦.¦*¦+¦?¦|¦(¦)¦[ab]¦[^a]¦\\d¦\\w+¦\\b¦^¦$¦(?:a)¦(?i)¦{2}¦{1,2}¦\\pL¦(?P<n>b)¦[[:alpha:]]¦\\s¦a*?¦(?s)¦(?m)¦\\B¦[a-z]¦x¦é¦(?i:¦[¦\\¦{¦]¦\\x¦\\p{¦[b-a]¦(?'.split(
      '¦',
    ),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Go's regexp reads them.
  replacement: '$1¦${1}¦$n¦$$¦$¦a¦${n}¦$2x¦-¦${¦}¦$0'.split('¦'),
  url: 'http¦https¦://¦//¦:¦@¦/¦?¦#¦%20¦%¦a¦b.c¦80¦[::1]¦[¦]¦user¦é¦ ¦&¦=¦..¦*¦%41¦"¦\\'.split('¦'),
  version: '1¦2¦10¦.¦.¦.¦-¦+¦alpha¦0¦x¦v¦01¦-0¦rc.1'.split('¦'),
  range: '1¦2¦1.2¦1.2.3¦.¦-0¦alpha¦0¦x¦*¦v¦>=¦<¦^¦~¦ ¦,¦ || ¦!=¦=¦ - ¦>'.split('¦'),
  number: '1¦0¦9¦.¦-¦+¦e¦x¦0x¦_¦b¦0b¦0o¦7¦inf¦nan¦p¦8¦10¦99999999999'.split('¦'),
  float: '1¦0¦9¦.¦5¦3¦7¦2¦00¦125'.split('¦'),
  base: 'AAAA¦ABCDEFGH¦=¦\n¦/¦+¦-¦Q¦MZ¦==¦2¦======'.split('¦'),
  duration: '1¦5¦.5¦h¦m¦s¦ms¦us¦µs¦ns¦-¦+¦0¦d¦99999999¦3'.split('¦'),
  layout:
    '2006¦01¦02¦15¦04¦05¦Jan¦January¦Mon¦Monday¦MST¦-0700¦Z07:00¦PM¦pm¦_2¦002¦__2¦3¦4¦5¦1¦2¦06¦.000¦.999¦ ¦-¦:¦/¦T¦x¦,00¦-07¦Z07:00:00¦03¦-07:00¦ ¦-¦0'.split(
      '¦',
    ),
  date: '2020¦12¦3¦Feb¦14¦PM¦am¦+0100¦Z¦UTC¦PST¦.5¦ ¦-¦:¦T¦31¦366¦Mon¦02¦2019'.split('¦'),
  path: '/¦.¦..¦a¦b.c¦//¦.d¦é¦/'.split('¦'),
};

/** Calls with places for texts: `<word>`; `<int>`, `<seconds>` and `<value>` are no texts; a number marks the same text twice. */
const SHAPES: readonly string[] = [
  'mustRegexMatch <regex> <word>¦mustRegexFind <regex> <word>¦mustRegexFindAll <regex> <word> <int>¦mustRegexReplaceAll <regex> <word> <replacement>¦mustRegexReplaceAllLiteral <regex> <word> <replacement>¦mustRegexSplit <regex> <word> <int>',
  'regexFind <regex> <regex>¦regexQuoteMeta <regex>¦urlParse <url>¦urlJoin (urlParse <url>)¦urlJoin (dict "scheme" <path> "host" <url> "path" <url> "query" <word> "userinfo" <word> "fragment" <url>)¦semver <version>',
  'semverCompare <range> <version>¦int <number>¦int64 <number>¦float64 <number>¦atoi <number>¦toDecimal <number>',
  'b64dec <base>¦b32dec <base>¦b64enc <word>¦b32enc <word>¦addf <float> <float> <float>¦subf <float> <float>',
  'mulf <float> <float>¦divf <float> <float>¦round <float> <int>¦maxf <float> <number>¦floor <float>¦round <float> <int> 0.7',
  'duration <number>¦durationRound <duration>¦mustDateModify <duration> (toDate "2006" "2021")¦dateInZone <layout> (int64 <seconds>) "UTC"¦date_in_zone <layout> <seconds> "America/New_York"¦mustToDate <layout1> (dateInZone <layout1> (int64 <seconds>) "UTC")',
  'mustToDate <layout> <date>¦mustToDate <date> <date>¦camelcase <word>¦snakecase <word>¦kebabcase <word>¦title <word>',
  'untitle <word>¦swapcase <word>¦initials <word>¦nospace <word>¦upper <word>¦lower <word>',
  'wrap <int> <word>¦wrapWith <int> <path> <word>¦abbrev <int> <word>¦abbrevboth <int> <int> <word>¦trunc <int> <word>¦substr <int> <int> <word>',
  'trim <word>¦trimAll <path> <word>¦trimPrefix <path> <path>¦trimSuffix <path> <path>¦split <path> <url>¦splitn <path> <int> <url>',
  'splitList <path> <word>¦replace <path> <word> <url>¦quote <word> <regex>¦squote <word> <int>¦cat <value> <word> <value>¦toString <value>',
  'indent <int> <word>¦base <path>¦dir <path>¦clean <path>¦ext <path>¦osBase <path>',
  'contains <path> <word>¦sha256sum <word>¦adler32sum <word>¦merge <map> <map> <map>¦mergeOverwrite <map> <map> <map>¦mustMergeOverwrite <map> <map>',
  'deepEqual <map> <map>¦deepCopy <map>¦dig "a" "b" <value> <map>¦pick <map> "a" "b"¦omit <map> "a"¦pluck "a" <map> <map>',
  'sortAlpha (keys <map> <map>)¦uniq <list>¦without <list> <value> <value>¦has <value> <list>¦slice <list> <int> <int>¦chunk <int> <list>',
  'compact <list>¦concat <list> <list>¦sortAlpha <list>¦join <path> <list>¦toStrings <list>¦first <list>',
  'last <list>¦rest <list>¦initial <list>¦reverse <list>¦append <list> <value>¦prepend <list> <value>',
  'default <value> <value>¦coalesce <value> <value> <value>¦ternary <value> <value> (empty <value>)¦empty <map>¦add <value> <number> <value>¦sub <value> <value>',
  'mul <value> <value>¦div <value> <value>¦mod <value> <value>¦max <value> <value>¦min <value> <value>¦untilStep <int> <int> <int>',
  'seq <int> <int> <int>',
].flatMap((shapes) => shapes.split('¦'));

const VALUES = [
  'nil',
  '""',
  '"a"',
  '"7"',
  '0',
  '1',
  '-2',
  '3.5',
  'true',
  'false',
  'list',
  'dict',
  '.Values.f',
  '.Values.i64',
  '.Values.map',
  '.Values.list',
  '.Values.missing',
  '.Values.strs',
];

/** One call with random texts of the right kind. `random` gives whole numbers below a limit. */
export function randomShape(random: (limit: number) => number): string {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const several = (most: number, make: () => string): string[] =>
    Array.from({ length: random(most + 1) }, make);
  const value = (depth: number): string => {
    const kind = random(depth > 0 ? 6 : 4);
    return kind === 4 ? map(depth - 1) : kind === 5 ? list(depth - 1) : pick(VALUES);
  };
  const map = (depth: number): string =>
    `(dict${several(4, () => ` "${pick(['a', 'b', 'c'])}" ${value(depth)}`).join('')})`;
  const list = (depth: number): string => `(list${several(5, () => ` ${value(depth)}`).join('')})`;
  const known = new Map<string, string>();
  const made = (kind: string): string => {
    if (kind === 'int') return String(random(16) - 4);
    if (kind === 'seconds')
      return String(pick([random(2 ** 31), -random(2 ** 31), random(2 ** 31) * 100, 0, 951782400]));
    if (kind === 'value') return value(1);
    if (kind === 'map')
      return random(6) === 0 ? pick(['(deepCopy .Values.map)', '(deepCopy .Values.deep)']) : map(2);
    if (kind === 'list')
      return random(6) === 0 ? pick(['.Values.list', '.Values.strs', '(until 4)']) : list(1);
    return JSON.stringify(several(8, () => pick(PIECES[kind]!)).join(''));
  };
  return pick(SHAPES).replaceAll(/<([a-z]+)(\d?)>/g, (place, kind: string, mark: string) => {
    if (mark === '') return made(kind);
    const text = known.get(place) ?? made(kind);
    known.set(place, text);
    return text;
  });
}
