import { countNoun } from '../../model/count-noun.ts';
import type { Finding } from '../../model/finding.ts';
import type { LineIndex } from '../../model/line-index.ts';
import type { Source } from '../../model/source.ts';
import { escapeXml, xmlAttributes } from '../escape-xml.ts';
import { formatPlace } from '../format-place.ts';
import type { ToolInfo } from '../tool-info.ts';
import { breakablePath } from './breakable-path.ts';
import type { EqualFindings } from './equal-findings.ts';
import { htmlFrame } from './html-frame.ts';

/** One finding of the list: where, what, the code, what is related, the fix, why it matters, and where else it is so. */
export function htmlFinding(
  { finding, others }: EqualFindings,
  chartOf: (source: Source) => string,
  tool: ToolInfo,
  lines: (source: Source) => LineIndex,
): string {
  const { rule, severity, span, path, related, fix } = finding;
  const { line, column } = lines(span.source).positionAt(span.start);
  const why = tool.rule(rule)?.why;
  const charts = [...new Set([finding, ...others].map((one) => chartOf(one.span.source)))];
  const more = [
    ...(finding.why === undefined ? [] : [`<li>${escapeXml(finding.why)}</li>`]),
    ...(finding.help === undefined ? [] : [`<li><b>Help:</b> ${escapeXml(finding.help)}</li>`]),
    ...related.map(
      (other) =>
        `<li><span class="place">${breakablePath(formatPlace(other.span, lines))}</span> ${escapeXml(other.message)}</li>`,
    ),
    ...(fix === undefined
      ? []
      : [`<li><b>${fix.safe ? 'Fix' : 'Suggestion'}:</b> ${escapeXml(fix.title)}</li>`]),
  ];
  return [
    `<article${xmlAttributes({ class: `finding ${severity}`, 'data-severity': severity, 'data-rule': rule, 'data-charts': JSON.stringify(charts), 'data-count': 1 + others.length })}>`,
    `<p class="meta"><span class="tint">${severity}</span><span class="place">${line}:${column}</span>`,
    path === '' ? '' : `<code>${escapeXml(path)}</code>`,
    `${ruleLink(rule, tool)}</p>`,
    `<p class="problem">${escapeXml(finding.problem)}</p>`,
    htmlFrame(lines(span.source), span),
    more.length === 0 ? '' : `<ul class="more">${more.join('')}</ul>`,
    otherPlaces(others, lines),
    why === undefined
      ? ''
      : `<details class="why"><summary>About the rule</summary><p>${escapeXml(why)}</p></details>`,
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Longer lists are folded. */
const MOST_OPEN = 5;

function otherPlaces(others: readonly Finding[], lines: (source: Source) => LineIndex): string {
  if (others.length === 0) return '';
  const items = others.map(
    ({ span }) => `<li><span class="place">${breakablePath(formatPlace(span, lines))}</span></li>`,
  );
  const open = others.length > MOST_OPEN ? '' : ' open';
  const summary = `The same in ${countNoun(others.length, 'more place')}`;
  return `<details class="same"${open}><summary>${summary}</summary><ul class="more">${items.join('')}</ul></details>`;
}

/** The id of a rule, linked to its documentation. Only web addresses become links: a plugin names them. */
export function ruleLink(rule: string, tool: ToolInfo): string {
  const docs = tool.docs(rule);
  const code = `<code>${escapeXml(rule)}</code>`;
  if (docs === undefined || !/^https?:\/\//.test(docs)) return code;
  return `<a${xmlAttributes({ href: docs, rel: 'noreferrer' })}>${code}</a>`;
}
