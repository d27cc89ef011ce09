import { PLACEHOLDER } from '../../model/blanked-text.ts';

/** What templates in paths and names can ask for. */
export interface KnownNames {
  readonly release: string | undefined;
  readonly namespace: string | undefined;
  /** Undefined where the helmfile has no environments: then it is `default`, or what the command line says. */
  readonly environment: string | undefined;
}

const ACTION = /\{\{-?((?:(?!\}\}|\{\{)[\s\S])*?)-?\}\}/g;
/** ``{{`{{ .Release.Name }}`}}``: what a .gotmpl leaves for the release to fill in. */
const QUOTED = /\{\{-?\s*`([^`]*)`\s*-?\}\}/g;

/** A path or name with the names put in that helmfile fills in; undefined when it asks for anything else. */
export function knownText(text: string, names: KnownNames): string | undefined {
  if (text.includes(PLACEHOLDER)) return undefined;
  let isKnown = true;
  const filled = text.replace(QUOTED, '$1').replace(ACTION, (_, action: string) => {
    const value = nameFor(action.trim(), names);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown && !filled.includes('{{') ? filled.trim() : undefined;
}

/** Whether a text asks for the name of the environment. */
export function asksForEnvironment(text: string): boolean {
  return /\{\{(?:[^{}]|\{(?!\{))*\.Environment\.Name/.test(text);
}

function nameFor(action: string, { release, namespace, environment }: KnownNames): string | undefined {
  switch (action.replace(/^`|`$/g, '')) {
    case '.Release.Name':
      return release;
    case '.Release.Namespace':
    case '.Namespace':
      return namespace;
    case '.Environment.Name':
      return environment;
    default:
      return undefined;
  }
}
