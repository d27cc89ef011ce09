/** Last labels of names that are resolved on the internet, the usual ones; a cluster's `service.namespace` ends otherwise. */
const PUBLIC =
  /\.(?:com|net|org|io|dev|app|cloud|ai|co|info|biz|eu|us|uk|de|fr|nl|se|no|dk|fi|pl|it|es|ch|at|be|ca|au|jp|cn|in|br|ru|tech|online|site|xyz|me|tv|gov|edu|mil|int)$/i;

/** Whether the name stays within the machine or the cluster: localhost, `vault`, `vault.tools`, `vault.tools.svc`. */
export function localHost(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || name.startsWith('127.'))
    return true;
  if (/\.svc(?:\.|$)|\.cluster\.local$/.test(name)) return true;
  if (/^\d+(?:\.\d+){3}$/.test(name) || name.startsWith('[')) return isPrivateAddress(name);
  const labels = name.split('.');
  return labels.length === 1 || (labels.length === 2 && !PUBLIC.test(name));
}

function isPrivateAddress(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])/.test(address);
}
