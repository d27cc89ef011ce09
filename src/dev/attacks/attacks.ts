import { actingBytes } from './acting-bytes.ts';
import type { Attack } from './attack.ts';
import { damagedArchives } from './damaged-archives.ts';
import { foreignCaches } from './foreign-caches.ts';
import { foreignLinks } from './foreign-links.ts';
import { foreignOutputs } from './foreign-outputs.ts';
import { foreignPaths } from './foreign-paths.ts';
import { hidingComments } from './hiding-comments.ts';
import { hostilePlugins } from './hostile-plugins.ts';
import { killedRuns } from './killed-runs.ts';
import { knownFormats } from './known-formats.ts';
import { lostEdits } from './lost-edits.ts';
import { oddSchemas } from './odd-schemas.ts';
import { pipesAndGiants } from './pipes-and-giants.ts';
import { plantedSecrets } from './planted-secrets.ts';
import { randomAnnotations } from './random-annotations.ts';
import { strangeConfigurations } from './strange-configurations.ts';

/** All attacks, by the name under which `npm run attack` and `docs/safety.md` know them. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  paths: foreignPaths,
  links: foreignLinks,
  pipes: pipesAndGiants,
  configurations: strangeConfigurations,
  caches: foreignCaches,
  edits: lostEdits,
  kills: killedRuns,
  outputs: foreignOutputs,
  plugins: hostilePlugins,
  secrets: plantedSecrets,
  formats: knownFormats,
  annotations: randomAnnotations,
  archives: damagedArchives,
  schemas: oddSchemas,
  bytes: actingBytes,
  comments: hidingComments,
};
