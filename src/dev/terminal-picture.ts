import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes docs/output.svg: what a terminal shows after `npx chartlint` on the tour. `npm run picture`, after a build. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const args = ['fixtures/projects/tour/zymtrace.values.yaml', '--cni', 'flannel'];
const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args, '--color'], {
  cwd: root,
  encoding: 'utf8',
});

const COLUMNS = 110;
const LINE_HEIGHT = 20;
const CHARACTER = 8.43;
const COLOURS: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#58a6ff',
  36: '#79c0ff',
};

interface Piece {
  readonly text: string;
  readonly style: string;
}

/** Splits a line with ANSI colours into pieces of one style each. */
function pieces(line: string): Piece[] {
  const found: Piece[] = [];
  let style = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours start with the escape character
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours start with the escape character
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      if (part !== '') found.push({ text: part, style });
    } else if (code === '1') style += 'font-weight="bold" ';
    else if (code === '2') style += 'opacity="0.65" ';
    else if (COLOURS[code] !== undefined) style += `fill="${COLOURS[code]}" `;
    else style = '';
  }
  return found;
}

/** Breaks a line where a terminal of COLUMNS characters would. */
function wrap(line: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  let room = COLUMNS;
  for (const { text, style } of line) {
    let rest = text;
    while (rest !== '') {
      if (room === 0) {
        lines.push([]);
        room = COLUMNS;
      }
      const shown = rest.slice(0, room);
      lines.at(-1)?.push({ text: shown, style });
      room -= shown.length;
      rest = rest.slice(shown.length);
    }
  }
  return lines;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const shown = [`$ npx chartlint ${args.join(' ')}`, ...stdout.trimEnd().split('\n')].flatMap((line) =>
  wrap(pieces(line)),
);
const width = Math.ceil(COLUMNS * CHARACTER) + 40;
const height = shown.length * LINE_HEIGHT + 40;
const text = shown
  .map((line, i) => {
    const spans = line.map((piece) => `<tspan ${piece.style}>${escapeXml(piece.text)}</tspan>`).join('');
    return `<text x="20" y="${34 + i * LINE_HEIGHT}" xml:space="preserve">${spans}</text>`;
  })
  .join('\n');
writeFileSync(
  path.join(root, 'docs', 'output.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${text}
</svg>
`,
);
