import type { MergedLayers } from '../merge/merged-layers.ts';
import type { EncryptedType } from '../model/encryption.ts';
import type { Finding } from '../model/finding.ts';
import { parsePointer, toPointer } from '../model/json-pointer.ts';
import type { Span } from '../model/span.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** What people call the types that SOPS writes. */
const WORDS: Readonly<Record<EncryptedType, string>> = {
  str: 'a string',
  int: 'a number',
  float: 'a number',
  bool: 'a boolean',
  bytes: 'binary data',
  time: 'a time',
};

/**
 * What findings come to where SOPS has encrypted values: of such a value only its type is known, so only what is wrong with that is said;
 * and no fix changes a file whose checksum it would break.
 */
export function aroundEncryption(findings: readonly Finding[], values: MergedLayers): readonly Finding[] {
  const documents = values.layers.flatMap(({ document }) =>
    document?.encryption === undefined ? [] : [document],
  );
  if (documents.length === 0) return findings;
  const sealed = new Set(
    documents.filter(({ encryption }) => encryption?.isSealed).map(({ source }) => source.id),
  );
  return findings.flatMap((finding) => {
    const type = encryptedAt(parsePointer(finding.path), values);
    const said = type === undefined ? finding : ofEncrypted(finding, type);
    if (said === undefined) return [];
    const { fix, ...rest } = said;
    return fix?.edits.some(({ span }) => sealed.has(span.source.id)) ? [rest] : [said];
  });
}

/** Where the encrypted values of the layers are written: reports do not show them. */
export function encryptedSpans({ layers }: Pick<MergedLayers, 'layers'>): Span[] {
  return layers.flatMap(({ document }) => {
    if (document?.encryption === undefined) return [];
    const { source, text, encryption } = document;
    const values = Array.from(encryption.types.keys(), (pointer) =>
      document.locate(parsePointer(pointer), 'value'),
    );
    const others = Array.from(text.matchAll(CIPHERTEXT), ({ 0: found, index }) => ({
      source,
      start: index,
      end: index + found.length,
    }));
    return [...values, ...others];
  });
}

/** Whether SOPS has encrypted the value that wins at the path. */
export function isEncryptedAt(values: MergedLayers): (path: ValuesPath) => boolean {
  if (values.layers.every(({ document }) => document?.encryption === undefined)) return () => false;
  return (path) => encryptedAt(path, values) !== undefined;
}

/** What SOPS writes besides: comments, the checksum, keys. */
const CIPHERTEXT = /ENC\[AES256_GCM,[^\]\n]*\]|-----BEGIN [^\n]*\n[^:]*-----END [^\n]*/g;

/** The type of the value that wins at the path, when it is encrypted. */
function encryptedAt(path: ValuesPath, values: MergedLayers): EncryptedType | undefined {
  const winner = values.sourcesSetting(path).at(-1);
  return winner?.layer.document?.encryption?.types.get(toPointer(winner.at));
}

function ofEncrypted(finding: Finding, type: EncryptedType): Finding | undefined {
  if (finding.rule !== 'schema/type') return undefined;
  const key = parsePointer(finding.path).at(-1) ?? '';
  const said = {
    problem: `"${key}" is encrypted as ${WORDS[type]}, and the chart wants another type`,
    why: 'Helm refuses the release. SOPS reads yes, no, on and off as text, which Helm does not, and numbers in quotes as well.',
    help: 'Decrypt the file, write the value in the type that the chart wants, and encrypt it again.',
  };
  const { fix, ...rest } = finding;
  return { ...rest, ...said };
}
