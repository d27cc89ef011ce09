/** Names what the executable is made of; filled in by `npm run executable`, absent everywhere else. */
declare const EXECUTABLE_BUILD: string | undefined;

/** The build of the executable that this is; undefined in the program for Node, and where chartlint is a library. */
export const executableBuild: string | undefined =
  typeof EXECUTABLE_BUILD === 'undefined' ? undefined : EXECUTABLE_BUILD;
