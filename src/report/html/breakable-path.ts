import { escapeXml } from '../escape-xml.ts';
import { visibleLine } from '../visible-text.ts';

/** A path that a browser breaks behind its slashes; inside of a name only when the name alone is too long for the line. */
export function breakablePath(text: string): string {
  const parts = visibleLine(text).split(/(?<=\/)/);
  if (parts.length === 1) return escapeXml(parts[0]!);
  return parts.map((part) => `<span class="part">${escapeXml(part)}</span>`).join('');
}
