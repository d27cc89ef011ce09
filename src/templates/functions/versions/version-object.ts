import {
  compareGoVersions,
  type GoVersion,
  metadataProblem,
  prereleaseProblem,
  showGoVersion,
} from '../../../versions/go-version.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoObject, GoValue } from '../../value/go-value.ts';
import { goInt } from '../../value/make-value.ts';
import { declareFunction } from '../declare-function.ts';

const LARGEST = 2n ** 64n - 1n;

/** What `semver` returns: `*semver.Version` with its methods; a method that changes it returns a struct. */
export function versionObject(version: GoVersion, kind: 'ptr' | 'struct' = 'ptr'): GoObject {
  const text = (): string => showGoVersion(version);
  const methods = [...valueMethods(version), ...(kind === 'ptr' ? pointerMethods(version) : [])];
  return {
    go: 'object',
    type: kind === 'ptr' ? '*semver.Version' : 'semver.Version',
    kind,
    fields: new Map<string, GoValue>([
      ['major', goInt(version.major, 'uint64')],
      ['minor', goInt(version.minor, 'uint64')],
      ['patch', goInt(version.patch, 'uint64')],
      ['pre', version.pre],
      ['metadata', version.metadata],
      ['original', version.original],
    ]),
    methods: new Map(methods.map((one) => [one.name, one])),
    text,
    plain: text,
    state: version,
  };
}

function valueMethods(version: GoVersion): GoFunction[] {
  const { major, minor, patch, pre, metadata } = version;
  return [
    declareFunction('String', '-> string', () => showGoVersion(version)),
    ...Object.entries({ Major: major, Minor: minor, Patch: patch }).map(([name, value]) =>
      declareFunction(name, '-> uint64', () => goInt(value, 'uint64')),
    ),
    declareFunction('Prerelease', '-> string', () => pre),
    declareFunction('Metadata', '-> string', () => metadata),
    declareFunction('IncPatch', '-> semver.Version', () =>
      next(version, { patch: pre === '' ? increment(patch, 'patch') : patch }),
    ),
    declareFunction('IncMinor', '-> semver.Version', () =>
      next(version, { minor: increment(minor, 'minor'), patch: 0n }),
    ),
    declareFunction('IncMajor', '-> semver.Version', () =>
      next(version, { major: increment(major, 'major'), minor: 0n, patch: 0n }),
    ),
    declareFunction('SetPrerelease', 'string -> semver.Version', ([text]: [string]) => {
      refuse(text === '' ? undefined : prereleaseProblem(text));
      return next(version, { pre: text, metadata });
    }),
    declareFunction('SetMetadata', 'string -> semver.Version', ([text]: [string]) => {
      refuse(text === '' ? undefined : metadataProblem(text));
      return next(version, { pre, metadata: text });
    }),
  ];
}

function pointerMethods(version: GoVersion): GoFunction[] {
  const comparing = (name: string, result: string, answer: (order: number) => GoValue): GoFunction =>
    declareFunction(name, `*semver.Version -> ${result}`, ([other]: [GoObject]) =>
      answer(compareGoVersions(version, other.state as GoVersion)),
    );
  return [
    declareFunction('Original', '-> string', () => version.original),
    comparing('Compare', 'int', (order) => goInt(Math.sign(order))),
    comparing('Equal', 'bool', (order) => order === 0),
    comparing('LessThan', 'bool', (order) => order < 0),
    comparing('LessThanEqual', 'bool', (order) => order <= 0),
    comparing('GreaterThan', 'bool', (order) => order > 0),
    comparing('GreaterThanEqual', 'bool', (order) => order >= 0),
  ];
}

function increment(value: bigint, part: string): bigint {
  if (value === LARGEST) throw new GoError(`${part} version increment would overflow uint64`);
  return value + 1n;
}

/** A changed version keeps a leading v in what it was written as. */
function next(version: GoVersion, change: Partial<GoVersion>): GoObject {
  const changed = { ...version, pre: '', metadata: '', ...change };
  const original = `${version.original.startsWith('v') ? 'v' : ''}${showGoVersion(changed)}`;
  return versionObject({ ...changed, original }, 'struct');
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new GoError(problem);
}
