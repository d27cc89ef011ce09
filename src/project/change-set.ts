import type { AnnouncedBase } from './announced-base.ts';

/** What counts as changed. */
export type ChangeSet =
  | { readonly kind: 'staged' }
  | {
      readonly kind: 'since';
      /** The revision that the user names. */
      readonly base: string | undefined;
      /** What the CI system says. */
      readonly announced: readonly AnnouncedBase[];
    };
