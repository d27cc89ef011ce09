import type { ReportFormat } from './report-context.ts';

/** Every format by its name; each is loaded when asked for, so that a run loads only what it prints. */
export const formats = {
  pretty: async () => (await import('./pretty.ts')).formatPretty,
  concise: async () => (await import('./concise.ts')).formatConcise,
  json: async () => (await import('./json.ts')).formatJson,
  jsonl: async () => (await import('./jsonl.ts')).formatJsonl,
  sarif: async () => (await import('./sarif.ts')).formatSarif,
  github: async () => (await import('./github.ts')).formatGithub,
  gitlab: async () => (await import('./gitlab.ts')).formatGitlab,
  junit: async () => (await import('./junit.ts')).formatJunit,
  checkstyle: async () => (await import('./checkstyle.ts')).formatCheckstyle,
  markdown: async () => (await import('./markdown.ts')).formatMarkdown,
  html: async () => (await import('./html.ts')).formatHtml,
} as const satisfies Readonly<Record<string, () => Promise<ReportFormat>>>;

export type FormatName = keyof typeof formats;

/** The names that `--format` takes, in the order of `--help`. */
export const formatNames = Object.keys(formats) as readonly FormatName[];

/** Whether a format has the name. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

/** Loads a format. */
export function loadFormat(name: FormatName): Promise<ReportFormat> {
  return formats[name]();
}
