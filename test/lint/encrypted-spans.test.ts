import { expect, it } from 'vitest';
import { encryptedSpans } from '../../src/lint/around-encryption.ts';
import { encryptedValues } from '../../src/load/encrypted-values.ts';
import { loadValues } from '../../src/load/load-values.ts';
import { fileSource } from '../../src/model/source.ts';

const TEXT = `#ENC[AES256_GCM,data:one,iv:a,tag:b,type:comment]
port: ENC[AES256_GCM,data:two,iv:a,tag:b,type:int]
colour: blue
sops:
  age:
  - enc: |
      -----BEGIN AGE ENCRYPTED FILE-----
      three
      -----END AGE ENCRYPTED FILE-----
  mac: ENC[AES256_GCM,data:four,iv:a,tag:b,type:str]
`;

it('covers all that SOPS has written: values, comments, keys and the checksum', () => {
  const { document } = loadValues(fileSource('secrets.yaml'), TEXT, { helmMajor: 4 });
  const { data, encryption } = encryptedValues(document!.data)!;
  const layer = {
    kind: 'values-file',
    label: '',
    data,
    document: { ...document!, data, encryption },
    scope: [],
  } as const;
  let left = TEXT;
  for (const { start, end } of encryptedSpans({ layers: [layer] }))
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  expect(left.match(/one|two|three|four/g)).toBeNull();
  expect(left).toContain('colour: blue');
});
