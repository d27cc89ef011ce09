import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadYaml } from '../../src/load/load-yaml.ts';
import { fileSource } from '../../src/model/source.ts';
import { corpusFile, corpusTitle } from './shared-corpus.ts';

interface Recorded {
  readonly case: string;
  readonly helm: 'ok' | 'error';
  readonly value?: unknown;
}

/**
 * Where we knowingly read another thing than the recorded reader, and why. A case that is mended must leave this list.
 */
const DIFFERENT: Readonly<Record<string, string>> = {
  ...reason(
    'go-yaml wants %YAML 1.1 and knows only two directives; loadValues refuses them all as Helm 4 does',
    [
      '27NA',
      '2LFX',
      '6LVF',
      'BEC7',
      'DK95/07',
      'MUS6/00',
      'MUS6/05',
      'MUS6/06',
      'RTP8',
      'W4TN',
      '9HCY',
      'EB22',
      'RHX7',
    ],
  ),
  ...reason('a file of nothing but "..." is empty for us', ['HWV9', 'QT73']),
  ...reason('the first document alone is fine, and go-yaml never looks at the rest', [
    '3HFZ',
    '4H7K',
    'BS4K',
    'KS4U',
    'QLJ7',
  ]),
  ...reason('a tag that ends in a comma: the comma is part of the tag for one and not for the other', [
    'U99R',
    'WZ62',
  ]),
  ...reason('a lone dash between brackets is text for go-yaml', ['G5U8', 'YJV2']),
  ...reason('a question mark between brackets is a mistake to us even where go-yaml finds a key in it', [
    '652Z',
    'HM87/01',
  ]),
  ...reason('a colon right before a comma belongs to the key for go-yaml', ['4ABK']),
  ...reason('go-yaml ends an anchor at a colon and reads on', ['Y2GN']),
  ...reason('a block of blank lines that get longer', ['S98Z']),
  ...reason('Helm 4 ends the last line of a file before it parses, and the recorded reader does not', [
    'JEF9/02',
    'L24T/01',
  ]),
  ...reason('the whole document is one block scalar, which is no map', ['DK3J', 'FP8R']),
};

function reason(why: string, cases: readonly string[]): Record<string, string> {
  return Object.fromEntries(cases.map((name) => [name, why]));
}

const recordedFile = corpusFile('yaml-test-suite/helm-reader.json');

/** The suite writes white space with visible signs. */
function plain(yaml: string): string {
  return yaml
    .replaceAll('␣', ' ')
    .replace(/—*»/g, '\t')
    .replaceAll('↵', '')
    .replace(/∎\n?$/, '')
    .replaceAll('←', '\r')
    .replaceAll('⇔', '\uFEFF');
}

/** The texts by the names that the recording uses: `229Q`, or `4MUZ/00` when one file holds several. */
function suite(): Map<string, string> {
  const texts = new Map<string, string>();
  const directory = path.resolve(import.meta.dirname, '../../../shared/corpus/yaml-test-suite/src');
  for (const file of readdirSync(directory)) {
    const id = file.replace('.yaml', '');
    const { data } = loadYaml(fileSource(file), corpusFile(`yaml-test-suite/src/${file}`) ?? '');
    const parts = data as unknown as readonly { readonly yaml?: string }[];
    let yaml = '';
    parts.forEach((part, i) => {
      yaml = part.yaml ?? yaml;
      texts.set(parts.length === 1 ? id : `${id}/${String(i).padStart(2, '0')}`, plain(yaml));
    });
  }
  return texts;
}

describe.skipIf(recordedFile === undefined)(
  corpusTitle('the YAML test suite as Helm reads it', recordedFile),
  () => {
    const recorded: Recorded[] = recordedFile === undefined ? [] : JSON.parse(recordedFile);
    const texts = recordedFile === undefined ? new Map<string, string>() : suite();
    const known = recorded.filter((one) => texts.has(one.case));

    it('finds the recorded cases', () => expect(known.length).toBeGreaterThan(380));

    it.each(known)('$case', ({ case: name, helm, value }) => {
      const { data } = loadYaml(fileSource(name), texts.get(name)!);
      const asHelm = helm === 'ok' ? (value ?? null) : undefined;
      if (Object.hasOwn(DIFFERENT, name))
        expect(data, `${name} is mended: ${DIFFERENT[name]}`).not.toEqual(asHelm);
      else expect(data).toEqual(asHelm);
    });
  },
);
