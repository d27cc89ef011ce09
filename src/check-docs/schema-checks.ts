const CHART = 'Templates expect the values that the schema of the chart describes.';

/** What checking the effective values against the JSON Schema of the chart can find, and what is wrong with schemas. */
export const schemaChecks = [
  check('type', 'A value has another type than the schema of the chart says.', [
    'A template that gets a string where it wants a number, or a list where it wants a map, fails or renders nonsense.',
    'YAML reads unquoted text in its own way: "on", "1.20" and "0755" are no strings.',
  ]),
  check('required', 'A value that the chart needs is not set.', [
    'The install fails, or the pods start without it and fail then. Set the value; what comes at deploy time is listed under "provided" in the configuration.',
  ]),
  check('dependencies', 'A value is set without another that it needs.', [
    'The chart reads both together, so one of them alone has no effect or breaks the install.',
  ]),
  check('unknown-key', 'A key is none that the chart knows.', [
    'No template reads it, so the setting has no effect, and nothing says so. Most often it is a typo or a wrong indentation. Where templates do read it, the finding says that the schema is at fault.',
    'Keys of your own, such as blocks of anchors, go under "ignoreKeys" in the configuration.',
  ]),
  check('enum', 'A value is none of those that the schema allows.', [
    'The program or the Kubernetes API refuses it, or falls back to something else.',
  ]),
  check('const', 'A value differs from the only one that works.', [
    'The chart hard-codes the value elsewhere, so another one here breaks the connection between both places.',
  ]),
  check('pattern', 'A text is not written as the schema wants it.', [
    'Names, versions, paths and addresses have a form that Kubernetes or the program checks when it is too late.',
  ]),
  check('format', 'A text is no valid address, host name, date or other well-known format.', [
    'The program that reads it cannot use it.',
  ]),
  check('minimum', 'A number is too small.', [
    'The program or Kubernetes refuses it, or behaves as nobody expects.',
  ]),
  check('maximum', 'A number is too large.', [
    'The program or Kubernetes refuses it, or behaves as nobody expects.',
  ]),
  check('multiple-of', 'A number is no multiple of what the schema wants.', [
    'The program rounds it or refuses it.',
  ]),
  check('min-length', 'A text is too short.', [
    'Keys, passwords and names have a least length that is checked at start.',
  ]),
  check('max-length', 'A text is too long.', ['Kubernetes cuts or refuses names past their limit.']),
  check('min-items', 'A list has too few items.', [CHART]),
  check('max-items', 'A list has too many items.', [CHART]),
  check('unique-items', 'A list holds the same item twice.', [
    'The second one has no effect, or the Kubernetes API refuses the list.',
  ]),
  check('contains', 'A list lacks an item that the schema wants, or has too many such items.', [CHART]),
  check('min-properties', 'A map has too few keys.', [CHART]),
  check('max-properties', 'A map has too many keys.', [
    'The keys exclude each other, and the chart reads only one of them.',
  ]),
  check('property-names', 'A key has a name that the schema does not allow.', [
    'Labels, variables and file names made from keys have rules of their own, which Kubernetes checks.',
  ]),
  check('any-of', 'The values fit none of several allowed shapes.', [
    'Each shape is one way to configure the chart, and what is written is none of them.',
  ]),
  check('one-of', 'The values fit none of several allowed shapes, or more than one.', [
    'Each shape is one way to configure the chart; a mixture of two configures neither.',
  ]),
  check('forbidden', 'A value is set that must not be set here.', [
    'It has no effect together with the other values, or it breaks them.',
  ]),
  check('not', 'A value is one that the schema excludes.', [
    'The combination does not work, so the schema forbids it.',
  ]),
  check('invalid', 'The JSON Schema of the chart is itself broken.', [
    'Helm refuses every install with such a schema, and no value can be checked against it.',
  ]),
  {
    ...check(
      'unresolved-reference',
      'A "$ref" in the schema of the chart leads where Helm or chartlint does not look.',
      [
        'chartlint loads nothing from the network: name a copy of the file under "schemaRefs" in the configuration. Helm looks for files at the root of the file system, not beside the schema; put the definition into the schema.',
      ],
    ),
    severity: 'warning' as const,
  },
] as const;

/** What is wrong with the schema of a chart, or with how charts share values. */
export const chartSchemaChecks = [
  check('forbidden-global', 'The schema of a chart has no place for "global".', [
    'Helm hands "global" to every chart below another one, and a schema with "additionalProperties: false" then refuses every install. Add "global" to the properties of the schema.',
  ]),
  check('rejects-global', 'The schema of a subchart does not allow what Helm itself puts there.', [
    'Helm hands "global" to every chart below, and a schema with "additionalProperties: false" then refuses every install. Allow "global" in the schema of the subchart.',
  ]),
  {
    ...check('misplaced-property', 'The schema of a property stands beside "properties" rather than in it.', [
      'Validators take its name for a keyword that they do not know, and check nothing of the value.',
    ]),
    severity: 'warning' as const,
  },
  {
    ...check('lacks-key', 'The schema of a chart forbids a key that its templates read.', [
      'Helm refuses whoever sets the key, so nobody can. The finding is at the schema, and only for whoever lints the chart; keys that templates only test, to refuse an old name for example, do not count.',
    ]),
    severity: 'warning' as const,
  },
  {
    ...check('wrong-annotation', 'An x-chartlint in the schema is not what it should be.', [
      'What it says of the value is not known to the rules, as if it were not there; everything else in the schema counts.',
    ]),
    severity: 'warning' as const,
  },
  {
    ...check('yaml-ignored', 'The chart has a values.schema.yaml, which Helm ignores.', [
      'Helm reads values.schema.json and nothing else, so no value is checked. Convert the file to JSON.',
    ]),
    severity: 'info' as const,
  },
] as const;

function check<const Name extends string>(name: Name, summary: string, why: readonly string[]) {
  return { id: `schema/${name}`, name, severity: 'error', summary, why: why.join(' ') } as const;
}
