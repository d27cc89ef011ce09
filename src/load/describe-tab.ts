/** What to tell the author of a tab that Helm refuses. */
export function describeTab(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const behindDash = /\S/.test(text.slice(lineStart, at));
  if (behindDash)
    return 'A tab follows the dash, and YAML takes only spaces there. Replace the tab with one space.';
  return 'This line starts with a tab, and YAML is indented with spaces only, even where the line is otherwise empty. Replace the tab with spaces.';
}
