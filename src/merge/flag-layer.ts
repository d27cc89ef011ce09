import type { FlagText, Layer } from '../model/layer.ts';
import { flagSource } from '../model/source.ts';
import { applyFlag, type FlagKind } from './apply-flag.ts';
import { Draft } from './draft.ts';
import { flagDocument } from './flag-document.ts';
import { FlagError, type FlagProblem } from './flag-problem.ts';
import { helmMajor } from './null-profile.ts';
import type { FlagWrite } from './parse-flag.ts';

/**
 * The layer of one flag, `--set a=1,b=2` as a whole. Never fails: what a wrong flag sets before its mistake is kept, and
 * `mergeLayers` reports the mistake, since some depend on what the values files hold.
 */
export function flagLayer(kind: FlagKind, flag: FlagText, options: { helmVersion?: string } = {}): Layer {
  const draft = new Draft();
  const data = draft.newMap();
  const writes: FlagWrite[] = [];
  runFlag(kind, flag, { draft, data, onWrite: (write) => writes.push(write) }, options.helmVersion);
  const document = flagDocument(`--${kind}`, flag, data, writes);
  return { kind, label: document.text, data, document, scope: [], flag };
}

/** Applies a flag and returns what is wrong with it. */
export function runFlag(
  kind: FlagKind,
  flag: FlagText,
  target: Pick<Parameters<typeof applyFlag>[2], 'draft' | 'data' | 'onWrite'>,
  helmVersion: string | undefined,
): FlagProblem | undefined {
  const name = `--${kind}`;
  const at = (start: number, end: number) => {
    if (flag.place !== undefined) return flag.place(start, end);
    const shift = name.length + 1;
    return { source: flagSource(`${name} ${flag.text}`), start: start + shift, end: end + shift };
  };
  let problem: FlagProblem | undefined;
  const onDropped = (start: number, end: number): void => {
    problem = {
      span: at(start, end),
      problem: 'The index has no "]"',
      why: 'Helm 4 drops the rest of the flag without a word.',
      help: 'Write NAME[0]=VALUE.',
      refused: false,
    };
  };
  try {
    applyFlag(kind, flag, { ...target, onDropped }, helmMajor(helmVersion));
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    problem = { span: at(error.start, error.end), ...error.said, refused: true };
  }
  return problem;
}
