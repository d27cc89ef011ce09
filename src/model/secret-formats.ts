/**
 * What credentials look like whatever they are called, as their issuers document it and as gitleaks and secretlint (both MIT)
 * collect it. Every repetition is bounded or of one class that ends the match, so that a search is linear.
 */
const FORMATS: readonly string[] = [
  // AWS, with the prefixes of its documentation.
  '\\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b',
  // GitHub, GitLab, Bitbucket, Atlassian.
  '\\bgh[pousr]_[A-Za-z0-9]{16,255}',
  '\\bgithub_pat_\\w{20,255}',
  '\\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\\w-]{16,255}',
  '\\bATATT3[\\w=-]{30,300}',
  // Slack, Discord, Teams, Telegram.
  '\\bxox[abeoprs]-[\\w-]{8,255}',
  '\\bxapp-[\\w-]{16,255}',
  '\\bhttps://hooks\\.slack(?:-gov)?\\.com/[\\w/+-]{8,255}',
  '\\bhttps://(?:\\w{1,20}\\.)?discord(?:app)?\\.com/api/webhooks/[\\w/-]{8,255}',
  '\\bhttps://[\\w.-]{1,100}\\.webhook\\.office\\.com/[\\w/@-]{8,300}',
  '\\b\\d{8,10}:AA[\\w-]{33}\\b',
  // Vault, HashiCorp, age, Doppler, 1Password.
  '\\bhv[sbr]\\.[\\w-]{16,300}',
  '\\bAGE-SECRET-KEY-1[0-9A-Z]{40,80}',
  '\\bdp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{20,100}',
  '\\bops_eyJ[\\w+/=-]{20,2000}',
  // OpenAI, Anthropic, Hugging Face; Stripe.
  '\\bsk-[\\w-]{20,300}',
  '\\bhf_[A-Za-z]{30,100}',
  '\\b(?:sk|rk|pk)_(?:live|test|prod)_[A-Za-z0-9]{10,255}',
  '\\bwhsec_[A-Za-z0-9+/=]{16,255}',
  // Registries of packages and images.
  '\\bnpm_[A-Za-z0-9]{30,100}',
  '\\bpypi-[\\w-]{50,300}',
  '\\bdckr_(?:pat|oat)_[\\w-]{20,100}',
  '\\brubygems_[a-f0-9]{40,60}',
  // Google, DigitalOcean, SendGrid, Mailgun, Shopify, Grafana, New Relic, Linear, Sentry.
  '\\bAIza[\\w-]{35}',
  '\\bya29\\.[\\w-]{20,500}',
  '\\bGOCSPX-[\\w-]{20,60}',
  '\\bdo[opr]_v1_[a-f0-9]{40,80}',
  '\\bSG\\.[\\w-]{16,40}\\.[\\w-]{16,80}',
  '\\bkey-[0-9a-f]{32}\\b',
  '\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{30,60}',
  '\\bgls?a_[\\w-]{30,120}',
  '\\bNRAK-[A-Z0-9]{27}\\b',
  '\\blin_api_[A-Za-z0-9]{30,60}',
  '\\bsntr[yus]{1,2}_[\\w=+/-]{30,300}',
  // JSON in base64: JSON Web Tokens, `.dockerconfigjson`, keys of service accounts.
  '\\beyJ[\\w-]{12,20000}(?:\\.[\\w-]{2,20000}){0,4}',
  // Headers.
  '(?<=\\b[Bb]earer\\s{1,4})[\\w.~+/=-]{6,4096}',
  '(?<=\\b[Bb]asic\\s{1,4})[A-Za-z0-9+/]{8,4096}={0,2}',
  // Private keys, up to their end.
  '-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}-----)?',
];

/** What all of them have in common: most texts are told apart by this alone. */
const HINT =
  /A3T|A[KSBC][ICR]A|gh[pousr]_|github_pat|gl[a-z]{2,5}-|ATATT|xox|xapp-|hooks\.slack|discord|webhook\.office|:AA|hv[sbr]\.|AGE-SECRET|dp\.|ops_|sk-|hf_|[srp]k_|whsec_|npm_|pypi-|dckr_|rubygems_|AIza|ya29|GOCSPX|_v1_|SG\.|key-|shp|gls?a_|NRAK|lin_api|sntr|eyJ|earer|asic|PRIVATE KEY/;

/** Where the text holds credentials that show by themselves what they are, as half-open ranges. */
export function secretFormatsIn(text: string): { readonly start: number; readonly end: number }[] {
  if (!HINT.test(text)) return [];
  const found = text.matchAll(new RegExp(FORMATS.join('|'), 'g'));
  return Array.from(found, ({ 0: secret, index }) => ({ start: index, end: index + secret.length }));
}
