import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { fitsPattern } from '../fits-pattern.ts';
import { isUserWritten } from '../written.ts';

const TRUE = new Set(['true', 'yes', 'on', 'y']);
const FALSE = new Set(['false', 'no', 'off', 'n']);
/** Keys that are switches by Helm's conventions. */
const SWITCH = /^(?:enabled|create)$/;
/** Maps whose texts go to a program or to Kubernetes as texts. */
const TEXTS =
  /annotations|labels|selector|env|config|data|settings|parameters|properties|options|args|variables/i;

export const rule = defineRule({
  id: 'quoted-boolean',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'yields',
  yieldsTo: ['schema/type'],
  docs: {
    summary: 'A quoted "true" or "false" stands where the chart wants a boolean.',
    why: 'Go templates take every text that is not empty for true, so `enabled: false` turns the feature on. true works in a plain condition, but `eq .Values.x true` fails to render, and Kubernetes refuses a text where it wants a boolean.',
    source:
      'Go text/template, "if"; templates of all five charts (`if .Values.….enabled`); zymtrace chart, templates/_helpers.tpl (`eq … true`).',
  },
  examples: {
    bad: [
      { values: 'dex:\n  enabled: "false"\n', defaults: 'dex:\n  enabled: true\n' },
      { values: 'metrics:\n  enabled: "false"\n' },
      { chart: 'hotswap', values: 'ingress:\n  enabled: "true"\n' },
      { values: 'debug: "no"\n', defaults: 'debug: false\n' },
      {
        values: 'debug: "false"\n',
        defaults: 'image: x\n',
        templates: ['{{ if .Values.debug }}x{{ end }}{{ .Values.image }}'],
      },
    ],
    good: [
      { values: 'dex:\n  enabled: false\n', defaults: 'dex:\n  enabled: true\n' },
      { values: 'podAnnotations:\n  linkerd.io/enabled: "true"\n' },
      { values: 'podAnnotations:\n  enabled: "true"\n' },
      { values: 'config:\n  TLS: "false"\n', defaults: 'config:\n  TLS: "true"\n' },
    ],
  },
  *check(release) {
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value !== 'string' || value.length > 5) continue;
      const word = value.toLowerCase();
      const isFalse = FALSE.has(word);
      if (!isFalse && !TRUE.has(word)) continue;
      const { path } = scalar;
      if (!isUserWritten(release, path)) continue;
      if (!wantsBoolean(release, path) || isDead(release, path)) continue;
      const meant = String(!isFalse);
      yield {
        at: path,
        severity: isFalse ? 'error' : 'warning',
        ...(isFalse
          ? {
              problem: `${formatPath(path)} is the text "${value}", and templates take every text that is not empty for true`,
              why: 'This turns it on.',
              help: `Write ${meant} without quotes.`,
            }
          : {
              problem: `${formatPath(path)} is the text "${value}", not a boolean`,
              why: 'Templates that compare it with true fail, and so does Kubernetes where it is passed on.',
              help: `Write ${meant} without quotes.`,
            }),
        fix: { title: `Write ${meant} without quotes`, safe: true, replace: [{ at: path, text: meant }] },
      };
    }
  },
});

/** What nobody reads turns nothing on; that it is dead is what to know about it. */
function isDead(release: Release, path: ValuesPath): boolean {
  const annotations = release.chart?.annotations ?? [];
  return annotations.some(
    ({ pattern, annotation }) => annotation.dead !== undefined && fitsPattern(path, pattern),
  );
}

function wantsBoolean(release: Release, path: ValuesPath): boolean {
  const before = release.values.defaultAt(path);
  if (before !== undefined && before !== null) return typeof before === 'boolean';
  const uses = release.chart?.templates?.usesOf(path);
  if (uses !== undefined && uses.size > 0) return [...uses].every((use) => use === 'test');
  const key = path.at(-1);
  const around = path.slice(0, -1).filter((segment) => typeof segment === 'string');
  return typeof key === 'string' && SWITCH.test(key) && !around.some((segment) => TEXTS.test(segment));
}
