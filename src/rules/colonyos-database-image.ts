/** The last part of the names of images that are PostgreSQL without TimescaleDB, wherever they are mirrored. */
const PLAIN = /(?:^|\/)(?:postgres|postgresql|postgis|pgvector)(?::[^/]*)?(?:@.*)?$/;
/** Publishers whose image `postgres` brings the extension along. */
const BUNDLES = /(?:^|\/)(?:timescale|supabase)\//;

/** Whether the image is certainly PostgreSQL without the TimescaleDB extension; a name of one's own may be anything. */
export function isPlainPostgres(image: unknown): boolean {
  return typeof image === 'string' && PLAIN.test(image) && !BUNDLES.test(image);
}
