import packageJson from '../../package.json' with { type: 'json' };

/** The version of chartlint. */
export const VERSION: string = packageJson.version;
/** Where its source and documentation are. */
export const HOMEPAGE: string = packageJson.homepage;
