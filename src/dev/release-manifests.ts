import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../api/version.ts';
import { readChecksums, releaseManifest } from './release-manifest.ts';

/** What package managers and forges take, and how the file of a release is called. */
const MANIFESTS: Readonly<Record<string, string>> = {
  'homebrew/chartlint.rb': 'chartlint.rb',
  'aqua/registry.yaml': 'aqua-registry.yaml',
  'mise/mise.toml': 'mise.toml',
  'gitlab/templates/chartlint.yml': 'gitlab-component.yml',
};

/** `npm run release-manifests -- FOLDER`: fills what lies in `packaging/` for the files and the `checksums.txt` of a release there. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder holds the release?');
const checksums = readChecksums(readFileSync(path.join(folder, 'checksums.txt'), 'utf8'));
for (const [template, name] of Object.entries(MANIFESTS)) {
  const text = readFileSync(path.join(root, 'packaging', template), 'utf8');
  writeFileSync(path.join(folder, name), releaseManifest(text, VERSION, checksums));
}
