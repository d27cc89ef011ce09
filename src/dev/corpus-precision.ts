/** What reading the findings of the corpus run showed, one line per rule; `docs/corpus.md` prints it. */
export const corpusPrecision: Readonly<Record<string, string>> = {
  'chart/missing-dependency': 'all: the charts are stored without the dependencies that Chart.yaml names',
  'hpa-requires-requests': 'all: autoscalers with utilization targets over `resources: {}`',
  'inactive-section': 'all',
  'ingress-host-placeholder': 'all are sample hosts; in CI overlays they are harmless',
  'mutable-image-tag': 'all: `latest`, `main`, `dev` and `stable` tags; four are test charts',
  'mutable-tag-if-not-present': 'all follow from a moving tag above',
  'network-policy-unenforced':
    'all are reminders: nobody said which network plugin runs; `--cni` answers them',
  'null-removes-default': 'all: an empty `image:` over a map of defaults',
  'placeholder-value': 'all',
  'probe-timing': 'all are true; the infos (timeout above period) are harmless as a rule',
  'schema/misplaced-property': 'all: `enabled` written beside `properties` instead of below it',
  'schema/required': 'all: a chart made to fail its own schema',
  'schema/unknown-key': 'all: the same chart',
  'schema/unresolved-reference': 'all: remote and misplaced references that chartlint does not follow',
  'secret-default-credential': 'all: passwords that the chart publishes',
  'secret-inline': 'all are literals; test values of CI overlays',
  'secret-weak': 'all are literals; test values of CI overlays',
};
