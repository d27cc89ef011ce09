import path from 'node:path';
import type { ValuesSchema } from '../lint/release-input.ts';
import type { PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import { readText } from './read-text.ts';
import { shownPath } from './shown-path.ts';

/** A schema file of the user's, compiled, with what is wrong with it. */
export interface UserSchema {
  readonly schema: ValuesSchema | undefined;
  readonly json: JsonSchema | undefined;
  readonly annotations: readonly PlacedAnnotation[];
  readonly findings: readonly Finding[];
}

/** Reads and compiles a schema file. */
export async function loadUserSchema(
  file: string,
  cwd: string,
  enforcedByHelm: boolean,
): Promise<UserSchema> {
  const shown = shownPath(file, cwd);
  const read = readText(file, shown);
  return 'problem' in read ? broken(shown, read.problem) : userSchema(shown, read.text, enforcedByHelm);
}

/** Compiles the text of a schema. The compiler is loaded only for charts that bring a schema of their own. */
export async function userSchema(shown: string, text: string, enforcedByHelm: boolean): Promise<UserSchema> {
  let json: JsonSchema;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, '')) as JsonSchema;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(
      shown,
      `${path.basename(shown)} is not JSON (${reason}), so no value is checked against it. Mend the file.`,
    );
  }
  const { compileSchema } = await import('../validate/compile-schema.ts');
  const { collectAnnotations } = await import('../model/collect-annotations.ts');
  const { validate, problems } = compileSchema(json, { enforcedByHelm });
  const annotations = collectAnnotations(json);
  const findings = problems.map(
    ({ rule, severity, message }): Finding => ({
      rule,
      severity,
      message,
      span: startOf(shown),
      path: '',
      related: [],
    }),
  );
  return {
    schema: validate === undefined ? undefined : { validate, json: () => json, enforcedByHelm, annotations },
    json,
    annotations,
    findings,
  };
}

function broken(file: string, message: string): UserSchema {
  const finding: Finding = {
    rule: 'schema/invalid',
    severity: 'error',
    message,
    span: startOf(file),
    path: '',
    related: [],
  };
  return { schema: undefined, json: undefined, annotations: [], findings: [finding] };
}

function startOf(file: string): Finding['span'] {
  return { file, start: 0, end: 0 };
}
