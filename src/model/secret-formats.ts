/**
 * What credentials look like whatever they are called, as their issuers document it and as gitleaks and secretlint (both MIT)
 * collect it. Every repetition is bounded or of one class that ends the match, so that a search is linear. Before each format
 * stands what every text with it contains: looking for all formats at every character is dear.
 */
const FORMATS: readonly (readonly [hint: RegExp, format: string])[] = [
  // AWS, with the prefixes of its documentation.
  [/A3T|A[KSBC][ICR]A/, '\\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b'],
  // GitHub, GitLab, Bitbucket, Atlassian.
  [/gh[pousr]_/, '\\bgh[pousr]_[A-Za-z0-9]{16,255}'],
  [/github_pat/, '\\bgithub_pat_\\w{20,255}'],
  [/gl[a-z]{2,5}-/, '\\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\\w-]{16,255}'],
  [/ATATT/, '\\bATATT3[\\w=-]{30,300}'],
  // Slack, Discord, Teams, Telegram.
  [/xox/, '\\bxox[abeoprs]-[\\w-]{8,255}'],
  [/xapp-/, '\\bxapp-[\\w-]{16,255}'],
  [/hooks\.slack/, '\\bhttps://hooks\\.slack(?:-gov)?\\.com/[\\w/+-]{8,255}'],
  [/discord/, '\\bhttps://(?:\\w{1,20}\\.)?discord(?:app)?\\.com/api/webhooks/[\\w/-]{8,255}'],
  [/webhook\.office/, '\\bhttps://[\\w.-]{1,100}\\.webhook\\.office\\.com/[\\w/@-]{8,300}'],
  [/:AA/, '\\b\\d{8,10}:AA[\\w-]{33}\\b'],
  // Vault, HashiCorp, age, Doppler, 1Password.
  [/hv[sbr]\./, '\\bhv[sbr]\\.[\\w-]{16,300}'],
  [/AGE-SECRET/, '\\bAGE-SECRET-KEY-1[0-9A-Z]{40,80}'],
  [/dp\./, '\\bdp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{20,100}'],
  [/ops_/, '\\bops_eyJ[\\w+/=-]{20,2000}'],
  // OpenAI, Anthropic, Hugging Face; Stripe.
  [/sk-/, '\\bsk-[\\w-]{20,300}'],
  [/hf_/, '\\bhf_[A-Za-z]{30,100}'],
  [/[srp]k_/, '\\b(?:sk|rk|pk)_(?:live|test|prod)_[A-Za-z0-9]{10,255}'],
  [/whsec_/, '\\bwhsec_[A-Za-z0-9+/=]{16,255}'],
  // Registries of packages and images.
  [/npm_/, '\\bnpm_[A-Za-z0-9]{30,100}'],
  [/pypi-/, '\\bpypi-[\\w-]{50,300}'],
  [/dckr_/, '\\bdckr_(?:pat|oat)_[\\w-]{20,100}'],
  [/rubygems_/, '\\brubygems_[a-f0-9]{40,60}'],
  // Google, DigitalOcean, SendGrid, Mailgun, Shopify, Grafana, New Relic, Linear, Sentry.
  [/AIza/, '\\bAIza[\\w-]{35}'],
  [/ya29/, '\\bya29\\.[\\w-]{20,500}'],
  [/GOCSPX/, '\\bGOCSPX-[\\w-]{20,60}'],
  [/_v1_/, '\\bdo[opr]_v1_[a-f0-9]{40,80}'],
  [/SG\./, '\\bSG\\.[\\w-]{16,40}\\.[\\w-]{16,80}'],
  [/key-/, '\\bkey-[0-9a-f]{32}\\b'],
  [/shp/, '\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{30,60}'],
  [/gls?a_/, '\\bgls?a_[\\w-]{30,120}'],
  [/NRAK/, '\\bNRAK-[A-Z0-9]{27}\\b'],
  [/lin_api/, '\\blin_api_[A-Za-z0-9]{30,60}'],
  [/sntr/, '\\bsntr[yus]{1,2}_[\\w=+/-]{30,300}'],
  // JSON in base64: JSON Web Tokens, `.dockerconfigjson`, keys of service accounts.
  [/eyJ/, '\\beyJ[\\w-]{12,20000}(?:\\.[\\w-]{2,20000}){0,4}'],
  // Headers.
  [/earer/, '(?<=\\b[Bb]earer\\s{1,4})[\\w.~+/=-]{6,4096}'],
  [/asic/, '(?<=\\b[Bb]asic\\s{1,4})[A-Za-z0-9+/]{8,4096}={0,2}'],
  // Private keys, up to their end.
  [
    /PRIVATE KEY/,
    '-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}-----)?',
  ],
];

/** What all of them have in common: most texts are told apart by this alone. */
const HINT = new RegExp(FORMATS.map(([{ source }]) => source).join('|'), 'g');
/** Longer than any hint: others that overlap one lie this near to it. */
const AROUND = 16;
/** A text with more of them is asked for each format as a whole. */
const MOST_HINTS = 100;

/** Where the text holds credentials that show by themselves what they are, as half-open ranges. */
export function secretFormatsIn(text: string): { readonly start: number; readonly end: number }[] {
  const parts: string[] = [];
  for (const { 0: hint, index } of text.matchAll(HINT)) {
    if (parts.push(text.slice(Math.max(0, index - AROUND), index + hint.length + AROUND)) > MOST_HINTS) break;
  }
  if (parts.length === 0) return [];
  const places = parts.length > MOST_HINTS ? text : parts.join('\0');
  const formats = FORMATS.filter(([hint]) => hint.test(places)).map(([, format]) => format);
  const found = text.matchAll(new RegExp(formats.join('|'), 'g'));
  return Array.from(found, ({ 0: secret, index }) => ({ start: index, end: index + secret.length }));
}
