import type { Finding } from '../../src/model/finding.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource } from '../../src/model/source.ts';
import type { Span } from '../../src/model/span.ts';
import type { Statement } from '../../src/model/statement.ts';
import { namedSource } from '../../src/report/named-source.ts';
import type { ToolInfo } from '../../src/report/tool-info.ts';

export const PASSWORD = 'hunter2-Tr0ub4dor';
export const MULTILINE_SECRET = ['MIIBfirstline0000', 'MIIBsecondline111'];

const BASE = 'charts/values.yaml';
const PRODUCTION = 'umgebung/größe 100%.yaml';
const MINIFIED = 'generated/one-line.yaml';
const TAG_FLAG = '--set image.tag=latest';
const SECRET_FLAG = `--set auth.password=${PASSWORD}`;
const STDIN = '<stdin>';
const ABOVE = '../shared/base.yaml';

const base = [
  'replicas: 4 # 😀 even',
  'image:',
  '  repository: "registry.example/𝒜pp"\t# tab and astral',
  '  tag: latest',
  'auth:',
  `  password: "${PASSWORD}"`,
  '  key: |',
  ...MULTILINE_SECRET.map((line) => `    ${line}`),
  'emoji: "😀😀" # <script>alert(1)</script> & "quotes"',
  '\ttabbed: true',
  'escape: "\u001b[2J|pipe|"',
  'last: end',
].join('\n');

const production = ['\uFEFFreplicas: 2', 'pool:', '  maxOpenConns: 10', '  maxIdleConns: 5', ''].join('\r\n');

const minified = `{${Array.from({ length: 40 }, (_, i) => `"key${i}": "valué ${i} 😀"`).join(', ')}}\n`;

const sources = new Map([
  [BASE, base],
  [PRODUCTION, production],
  [MINIFIED, minified],
  [TAG_FLAG, TAG_FLAG],
  [SECRET_FLAG, SECRET_FLAG],
  [STDIN, 'image:\n  tag: ""\n'],
  [ABOVE, 'a: 1\n'],
]);

/** The first place in the file where the text stands. */
export function at(file: string, text: string): Span {
  const start = sources.get(file)!.indexOf(text);
  if (start === -1) throw new Error(`${file} has no ${text}`);
  return { source: namedSource(file), start, end: start + text.length };
}

function finding(
  rule: string,
  severity: Finding['severity'],
  path: string,
  span: Span,
  said: Statement,
  more: Partial<Pick<Finding, 'related' | 'fix'>> = {},
): Finding {
  return { rule: ruleIdOf({ id: rule }), severity, ...said, span, path, related: [], ...more };
}

const findings: Finding[] = [
  finding('mutable-image-tag', 'warning', '/image/tag', at(TAG_FLAG, 'latest'), {
    problem: 'The tag "latest" of registry.example/app moves',
    help: 'Use a version.',
  }),
  finding('schema/type', 'error', '/auth/password', at(SECRET_FLAG, PASSWORD), {
    problem: 'The value of auth.password must be a map',
    help: 'It is a string.',
  }),
  finding('base/above', 'info', '/a', at(ABOVE, '1'), { problem: 'The value "1" is above the repository' }),
  finding('schema/required', 'error', '/image/tag', at(STDIN, '""'), {
    problem: 'The value of image.tag is empty',
    help: 'Set a version.',
  }),
  finding(
    'schema/required',
    'error',
    '',
    { source: fileSource(BASE), start: 0, end: 0 },
    { problem: 'The key "service" is missing', help: 'The chart does not install without it.' },
  ),
  finding(
    'even-consensus-replicas',
    'warning',
    '/replicas',
    at(BASE, '4'),
    { problem: 'The value "4" adds a member but no tolerance for failures', help: 'Use 3 or 5.' },
    { fix: { title: 'Use 3', safe: false, edits: [{ span: at(BASE, '4'), text: '3' }] } },
  ),
  finding(
    'mutable-image-tag',
    'warning',
    '/image/tag',
    at(BASE, 'latest'),
    { problem: 'The tag "latest" of registry.example/𝒜pp moves', help: 'Use a version.' },
    {
      related: [
        { span: at(BASE, '"registry.example/𝒜pp"'), message: 'The image is named here.' },
        { span: at(TAG_FLAG, 'latest'), message: 'The flag says the same.' },
      ],
      fix: {
        title: 'Quote "latest" and rename the key',
        safe: true,
        edits: [
          { span: at(BASE, 'latest'), text: '"latest"' },
          { span: { ...at(BASE, 'latest'), end: at(BASE, 'latest').start }, text: '' },
          { span: at(PRODUCTION, '10'), text: '20' },
        ],
      },
    },
  ),
  finding(
    'plain-secret',
    'error',
    '/auth/password',
    at(BASE, `"${PASSWORD}"`),
    { problem: 'The password of auth.password is written in the file', help: 'Name a Secret instead.' },
    {
      fix: {
        title: `Move "${PASSWORD}" to a Secret`,
        safe: true,
        edits: [{ span: at(BASE, `"${PASSWORD}"`), text: `'${PASSWORD}'` }],
      },
    },
  ),
  finding('plain-secret', 'error', '/auth/key', at(BASE, MULTILINE_SECRET[0]!), {
    problem: 'The key of auth.key is written in the file',
    help: 'Name a Secret instead.',
  }),
  finding('schema/type', 'error', '/emoji', at(BASE, '"😀😀"'), {
    problem: 'The value "😀😀" is a string | not a number',
    help: 'See @octocat, #12, `code`, <b>bold</b>, [x](y) and 100%.',
  }),
  finding('yaml/syntax', 'error', '', at(BASE, '\ttabbed'), {
    problem: 'A tab indents "tabbed"',
    help: 'YAML allows spaces only;\nuse "  ".',
  }),
  finding('schema/type', 'error', '/escape', at(BASE, '"\u001b[2J|pipe|"'), {
    problem: 'The value "\u001b[2J|pipe|" ##[error] must be a number',
    help: '::error::no',
  }),
  finding(
    'dead-value',
    'info',
    '/last',
    { source: fileSource(BASE), start: base.length, end: base.length },
    { problem: 'The file ends without a line end', help: 'Add one.' },
  ),
  finding('schema/unknown-key', 'error', '/key30', at(MINIFIED, '"key30"'), {
    problem: 'The key "key30" is unknown',
    help: 'Remove it.',
  }),
  finding('schema/unknown-key', 'error', '/key30', at(MINIFIED, '"key31"'), {
    problem: 'The key "key30" is unknown',
    help: 'Remove it.',
  }),
  finding('even-consensus-replicas', 'warning', '/replicas', at(PRODUCTION, '2'), {
    problem: 'The value "2" adds a member but no tolerance for failures',
    help: 'Use 3 or 5.',
  }),
  finding(
    'pool-idle-differs-from-open',
    'warning',
    '/pool',
    {
      source: fileSource(PRODUCTION),
      start: at(PRODUCTION, 'maxOpenConns').start,
      end: at(PRODUCTION, 'maxIdleConns: 5').end,
    },
    { problem: 'The pool keeps "5" of "10" connections', help: 'Make both the same.' },
    { fix: { title: 'Keep 10', safe: true, edits: [{ span: at(PRODUCTION, '5'), text: '10' }] } },
  ),
];

/** Everything that has ever made a report trip: several files, flags, standard input, odd characters, secrets. */
export const richResult: LintResult = {
  releases: [
    {
      chart: 'colonyos',
      title: 'ColonyOS',
      version: '0.0.4',
      detectedBy: 'shape',
      files: [fileSource(BASE), fileSource(PRODUCTION)],
    },
    {
      chart: undefined,
      title: undefined,
      version: undefined,
      detectedBy: 'none',
      files: [fileSource(MINIFIED)],
    },
    {
      chart: 'hotswap',
      title: 'HotSwap',
      version: '1.0.0',
      detectedBy: 'flag',
      files: [fileSource('clean.yaml')],
    },
  ],
  findings,
  sources,
  files: 4,
  suppressed: [
    {
      finding: finding('mutable-image-tag', 'warning', '/pool/tag', at(PRODUCTION, 'pool'), {
        problem: 'The tag "edge" moves',
        help: 'Use a version.',
      }),
      by: 'comment',
      reason: 'rebuilt <nightly>',
    },
    {
      finding: finding('dead-value', 'info', '/replicas', at(PRODUCTION, 'replicas'), {
        problem: 'Nothing reads it',
      }),
      by: 'baseline',
    },
  ],
  secrets: new Map([
    [
      BASE,
      [at(BASE, `"${PASSWORD}"`), { ...at(BASE, '|\n    MIIB'), end: at(BASE, MULTILINE_SECRET[1]!).end }],
    ],
    [SECRET_FLAG, [at(SECRET_FLAG, PASSWORD)]],
  ]),
};

/** Nothing found. */
export const cleanResult: LintResult = {
  releases: [
    {
      chart: 'ossa',
      title: 'OSSA',
      version: '0.1.8',
      detectedBy: 'config',
      files: [fileSource('values.yaml')],
    },
  ],
  findings: [],
  sources: new Map([['values.yaml', 'a: 1\n']]),
  files: 1,
  suppressed: [],
};

/** Many findings of each severity in few files. */
export function crowdedResult(perSeverity: number): LintResult {
  const text = Array.from({ length: perSeverity }, (_, i) => `key${i}: value ${i}\n`).join('');
  const files = ['a.yaml', 'b.yaml', 'c.yaml'];
  const crowd = files.flatMap((file) =>
    Array.from({ length: perSeverity }, (_, i): Finding => {
      const start = text.indexOf(`key${i}:`);
      const severity = (['info', 'warning', 'error'] as const)[i % 3]!;
      const span = { source: fileSource(file), start, end: start + `key${i}`.length };
      return {
        rule: ruleIdOf({ id: `schema/crowd-${i % 7}` }),
        severity,
        problem: `The key "key${i}" is unknown, and nothing in the chart reads it`,
        help: 'Remove it or mend its name.',
        span,
        path: `/key${i}`,
        related: [],
      };
    }),
  );
  return {
    releases: [
      {
        chart: undefined,
        title: undefined,
        version: undefined,
        detectedBy: 'none',
        files: files.map((file) => fileSource(file)),
      },
    ],
    findings: crowd,
    sources: new Map(files.map((file) => [file, text])),
    files: 3,
    suppressed: [],
  };
}

/** A tool that knows two rules. */
export const tool: ToolInfo = {
  version: '0.1.0',
  homepage: 'https://chartlint.example/',
  rule: (id) => {
    if (id === 'mutable-image-tag') {
      return {
        id,
        severity: 'warning',
        summary: 'An image tag that can change under a running workload.',
        why: 'Two pods of one Deployment can run different code. A rollback rolls back to nothing known.',
      };
    }
    if (id === 'even-consensus-replicas') {
      return {
        id,
        severity: 'warning',
        summary: 'An even number of voting members.',
        why: 'A quorum of four tolerates as many failures as one of three.',
      };
    }
    return undefined;
  },
  docs: (id) => (id === 'base/above' ? undefined : `https://chartlint.example/rules/${id}`),
};
