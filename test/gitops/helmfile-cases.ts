import type { HelmfileCase } from '../../src/dev/helmfile-case.ts';

const releases = (body: string, head = ''): Record<string, string> => ({
  'helmfile.yaml': `${head}releases:\n- name: web\n  namespace: apps\n  chart: ./chart\n${body}`,
});

/** How helmfile orders, merges and types values (docs/values-and-merging.md, pkg/state/state.go), each tried with the real one. */
export const HELMFILE_CASES: readonly HelmfileCase[] = [
  {
    name: 'a later map wins',
    files: releases('  values:\n  - a: 2\n    m: {x: 3}\n  - a: 4\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'a file after a map wins',
    files: { ...releases('  values:\n  - a: 2\n  - one.yaml\n'), 'one.yaml': 'a: 9\nm: {z: 1}\n' },
    file: 'helmfile.yaml',
  },
  {
    name: 'a map after a file wins',
    files: { ...releases('  values:\n  - one.yaml\n  - a: 2\n'), 'one.yaml': 'a: 9\nm: {z: 1}\n' },
    file: 'helmfile.yaml',
  },
  {
    name: 'a glob of one file is that file',
    files: { ...releases('  values:\n  - v/*.yaml\n'), 'v/1.yaml': 'a: 1\nb: 1\nc: 1\n' },
    file: 'helmfile.yaml',
  },
  {
    name: 'null deletes a default',
    files: releases('  values:\n  - m: null\n    a: ~\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'a key that is not indented below is null',
    files: releases('  values:\n  - m:\n    x: 3\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'yes and on are text in a map, and booleans in a file',
    files: {
      ...releases(
        '  values:\n  - b: yes\n    c: on\n    d: 0644\n    e: 2024-01-01\n    f: 1_000\n  - one.yaml\n',
      ),
      'one.yaml': 'g: yes\nh: 0644\ni: 2024-01-01\n',
    },
    file: 'helmfile.yaml',
  },
  {
    name: 'set types whole numbers, booleans and null only',
    files: releases(
      '  set:\n  - {name: b, value: "1"}\n  - {name: c, value: "1.10"}\n  - {name: d, value: "007"}\n  - {name: e, value: "true"}\n  - {name: f, value: "yes"}\n  - {name: g, value: "null"}\n',
    ),
    file: 'helmfile.yaml',
  },
  {
    name: 'set escapes commas and braces',
    files: releases(
      '  set:\n  - {name: b, value: "x,y"}\n  - {name: c, value: "{x,y}"}\n  - {name: d, values: [x, "2", "a,b"]}\n',
    ),
    file: 'helmfile.yaml',
  },
  {
    name: 'setString keeps text',
    files: releases('  setString:\n  - {name: b, value: "1"}\n  - {name: c, values: ["1", "true"]}\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'set wins over values, setString over set',
    files: releases(
      '  setString:\n  - {name: a, value: "7"}\n  set:\n  - {name: a, value: "8"}\n  - {name: s, value: "9"}\n  values:\n  - a: 6\n    s: x\n',
    ),
    file: 'helmfile.yaml',
  },
  {
    name: 'set without a value is left out',
    files: releases('  set:\n  - {name: a, value: ""}\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'set of an item of a list',
    files: releases('  set:\n  - {name: "l[0]", value: "5"}\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'inherited values come first',
    files: releases(
      '  inherit:\n  - template: t\n  values:\n  - a: 3\n',
      'templates:\n  t:\n    values:\n    - a: 2\n      b: 2\n',
    ),
    file: 'helmfile.yaml',
  },
  {
    name: 'templates inherit templates, and except leaves out',
    files: releases(
      '  inherit:\n  - template: t\n  - template: u\n    except: [set]\n',
      'templates:\n  s:\n    values:\n    - a: 1\n      b: 1\n  t:\n    inherit:\n    - template: s\n    values:\n    - a: 2\n  u:\n    values:\n    - c: 3\n    set:\n    - {name: c, value: "4"}\n',
    ),
    file: 'helmfile.yaml',
  },
  {
    name: 'a YAML merge replaces the list',
    files: {
      'helmfile.yaml':
        'templates:\n  t: &t\n    chart: ./chart\n    values:\n    - a: 2\n      b: 2\nreleases:\n- <<: *t\n  name: web\n  namespace: apps\n  values:\n  - a: 3\n',
    },
    file: 'helmfile.yaml',
  },
  {
    name: 'valuesTemplate comes before values',
    files: releases('  values:\n  - a: 2\n  valuesTemplate:\n  - a: 3\n    b: 3\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'templates of a base are there',
    files: {
      ...releases('  inherit:\n  - template: t\n', 'bases:\n- base.yaml\n---\n'),
      'base.yaml': 'templates:\n  t:\n    values:\n    - b: 2\n    - one.yaml\n',
      'one.yaml': 'c: 3\n',
    },
    file: 'helmfile.yaml',
  },
  {
    name: 'paths are templates',
    files: {
      ...releases('  values:\n  - "{{ .Release.Namespace }}/{{ .Release.Name }}.yaml"\n'),
      'apps/web.yaml': 'a: 5\n',
    },
    file: 'helmfile.yaml',
  },
  {
    name: 'an environment names a file',
    files: {
      ...releases(
        '  values:\n  - "{{ .Environment.Name }}.yaml"\n',
        'environments:\n  test: {}\n  prod: {}\n---\n',
      ),
      'test.yaml': 'a: 1\n',
      'prod.yaml': 'a: 2\n',
    },
    file: 'helmfile.yaml',
    environment: 'prod',
  },
  {
    name: 'text with braces reaches the chart',
    files: releases('  values:\n  - b: "{{ .Release.Name }}"\n'),
    file: 'helmfile.yaml',
  },
  {
    name: 'a template without templates is a file',
    files: { ...releases('  values:\n  - one.yaml.gotmpl\n'), 'one.yaml.gotmpl': 'a: 5\nb: x\n' },
    file: 'helmfile.yaml',
  },
];
