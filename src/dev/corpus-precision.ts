/** What reading the findings of the corpus run showed, one line per rule; `docs/corpus.md` prints it. */
export const corpusPrecision: Readonly<Record<string, string>> = {
  'chart/missing-dependency': 'all: the charts are stored without the dependencies that Chart.yaml names',
  'files/passed-over': 'all: YAML beside charts whose names are not those of values files',
  'inactive-section': 'all',
  'mutable-image-tag': 'all: `latest`, `main`, `dev` and `stable` tags; four are test charts',
  'schema/misplaced-property': 'all: `enabled` written beside `properties` instead of below it',
  'schema/required': 'all: a chart made to fail its own schema',
  'schema/unknown-key': 'all: the same chart',
  'schema/unresolved-reference': 'all: remote and misplaced references that chartlint does not follow',
  'secret-default-credential': 'all: passwords that the chart publishes',
};
