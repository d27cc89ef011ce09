/** Stands for the secret in every shape below; what is left of it anywhere is a leak. */
export const PLANTED = 'hunter2Xq9';
const S = PLANTED;

/** Ways to write a secret down, in YAML that parses or does not. */
export const SECRET_SHAPES: readonly string[] = [
  `password: ${S}`,
  `password: "${S}"`,
  `password: '${S}'`,
  `"password": "${S}"`,
  `password:   ${S} # note`,
  `? password\n: ${S}`,
  `password: !!str ${S}`,
  `password:\n  ${S}`,
  `password: |\n  ${S}\n  ${S}`,
  `password: { value: ${S} }`,
  `password:\n  value: ${S}`,
  `# password: ${S}`,
  `a: { password: ${S}, b: 1 }`,
  `tokens: [${S}, b]`,
  `tokens:\n  - ${S}\n  - ${S}`,
  `tokens:\n- ${S}`,
  `args: ["--password=${S}"]`,
  `args: ["--password", "${S}"]`,
  `args:\n  - --password\n  - ${S}`,
  `args:\n  - --password # from the vault\n  - ${S} # here`,
  `args: [\n  "--password",\n  "${S}"\n  ]`,
  `args: "[\\"--password\\",\\"${S}\\"]"`,
  `- op: replace\n  path: /spec/values/password\n  value: ${S}`,
  `command: PGPASSWORD=${S} psql`,
  `script: "export TOKEN='${S}'"`,
  `url: https://user:${S}@host/x`,
  `url: https://${S}abc123@host`,
  `url: https://host/?token=${S}&x=1`,
  `url: https://host/?a=1&password=${S}`,
  `config: '{"password":"${S}"}'`,
  `config: "{\\"password\\": \\"${S}\\"}"`,
  `config: |\n  db:\n    password: ${S}`,
  ...[
    { password: S },
    { password: `a"${S}` },
    { stringData: { foo: S, bar: `a"${S}` } },
    { args: ['--password', S] },
    { env: [{ name: 'DB_PASSWORD', value: S }] },
    [{ op: 'replace', path: '/spec/values/password', value: S }],
    { secretGenerator: [{ literals: [`foo=${S}`] }] },
  ].flatMap((data) => {
    const json = JSON.stringify(data);
    return [`config: ${JSON.stringify(json)}`, `config: ${JSON.stringify(JSON.stringify(json))}`];
  }),
  `secretGenerator: [{ name: h, literals: ["foo=${S}"] }]`,
  `secretGenerator:\n- name: h\n  literals:\n  - foo=${S}=${S}\n  - 'bar=a ${S}'`,
  `stringData:\n  foo: ${S}`,
  `stringData: { foo: ${S} }`,
  `env:\n  - name: DB_PASSWORD\n    value: ${S}`,
  `env: [{ name: API_KEY, value: ${S} }]`,
  `headers:\n  Authorization: Bearer ${S}`,
  `header: "Bearer ${S}"`,
  ...(
    'pass passwords tokens auth basicAuth authorization bearer cookie sessionKey masterKey sshKey tlsKey sasUrl webhookUrl ' +
    'kubeconfig dockerconfigjson .dockerconfigjson pgpass jwt otp pat mnemonic dbPass DB_PASS api-key clientSecret'
  )
    .split(' ')
    .map((name) => `${name}: ${S}`),
];
/** What makes the file one that nobody can parse, at the line of the secret or beside it. */
export const SECRET_BREAKS: readonly ((shape: string) => string)[] = [
  (shape) => `${shape}\n`,
  (shape) => `${shape}\nbroken: [\n`,
  (shape) => `${shape}\n\tbroken: 1\n`,
  (shape) => `broken: *nowhere\n${shape}\n`,
  (shape) => `${shape}\n${shape}\nimage: { repository: a/b, tag: latest }\n`,
];
/** Shapes that are none of YAML, by themselves. */
export const BROKEN_SECRETS: readonly string[] = [
  `password: *${S}`,
  `password: &${S}`,
  `password: "${S}`,
  `password: '${S}`,
  `\tpassword: ${S}`,
  `password : : ${S}`,
  `password: [${S}`,
  `password: @${S}`,
  `password: ${S}: ${S}`,
];
