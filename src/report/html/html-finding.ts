import type { Finding } from '../../model/finding.ts';
import type { LineIndex } from '../../model/line-index.ts';
import type { Source } from '../../model/source.ts';
import { escapeXml, xmlAttributes } from '../escape-xml.ts';
import { formatPlace } from '../format-place.ts';
import type { ToolInfo } from '../tool-info.ts';
import { htmlFrame } from './html-frame.ts';

/** One finding of the list: where, what, the code, what is related, the fix, why it matters. */
export function htmlFinding(
  finding: Finding,
  chart: string,
  tool: ToolInfo,
  lines: (source: Source) => LineIndex,
): string {
  const { rule, severity, span, path, related, fix } = finding;
  const said = finding;
  const { line, column } = lines(span.source).positionAt(span.start);
  const why = tool.rule(rule)?.why;
  const more = [
    ...(said.why === undefined ? [] : [`<li>${escapeXml(said.why)}</li>`]),
    ...(said.help === undefined ? [] : [`<li><b>Help:</b> ${escapeXml(said.help)}</li>`]),
    ...related.map(
      (other) =>
        `<li><span class="place">${escapeXml(formatPlace(other.span, lines))}</span> ${escapeXml(other.message)}</li>`,
    ),
    ...(fix === undefined
      ? []
      : [`<li><b>${fix.safe ? 'Fix' : 'Suggestion'}:</b> ${escapeXml(fix.title)}</li>`]),
  ];
  return [
    `<article${xmlAttributes({ class: `finding ${severity}`, 'data-severity': severity, 'data-rule': rule, 'data-chart': chart })}>`,
    `<p class="meta"><span class="tint">${severity}</span><span class="place">${line}:${column}</span>`,
    path === '' ? '' : `<code>${escapeXml(path)}</code>`,
    `${ruleLink(rule, tool)}</p>`,
    `<p class="problem">${escapeXml(said.problem)}</p>`,
    htmlFrame(lines(span.source), span),
    more.length === 0 ? '' : `<ul class="more">${more.join('')}</ul>`,
    why === undefined
      ? ''
      : `<details class="why"><summary>About the rule</summary><p>${escapeXml(why)}</p></details>`,
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The id of a rule, linked to its documentation. Only web addresses become links: a plugin names them. */
export function ruleLink(rule: string, tool: ToolInfo): string {
  const docs = tool.docs(rule);
  const code = `<code>${escapeXml(rule)}</code>`;
  if (docs === undefined || !/^https?:\/\//.test(docs)) return code;
  return `<a${xmlAttributes({ href: docs, rel: 'noreferrer' })}>${code}</a>`;
}
