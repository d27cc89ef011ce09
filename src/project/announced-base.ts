/** What a CI system says a change will be merged into. */
export interface AnnouncedBase {
  /** The variable of the environment that says it. */
  readonly variable: string;
  /** A branch or a commit. */
  readonly revision: string;
}

/** Commits come before branches of the same system: they need no remote branch. */
const VARIABLES = [
  'GITHUB_BASE_REF', // GitHub, Gitea, Forgejo: pull_request events
  'CI_MERGE_REQUEST_DIFF_BASE_SHA', // GitLab, merge request pipelines
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'SYSTEM_PULLREQUEST_TARGETBRANCH', // Azure Pipelines, as refs/heads/main
  'BITBUCKET_PR_DESTINATION_COMMIT',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'CHANGE_TARGET', // Jenkins, multibranch
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
  'CI_COMMIT_TARGET_BRANCH', // Woodpecker
  'DRONE_TARGET_BRANCH',
  'PULL_BASE_SHA', // Prow
] as const;

/** The bases that the environment of a CI job names, best first. */
export function announcedBases(environment: Readonly<Record<string, string | undefined>>): AnnouncedBase[] {
  return VARIABLES.flatMap((variable) => {
    const revision = environment[variable]?.trim().replace(/^refs\/heads\//, '') ?? '';
    // A revision, never a flag for git.
    return revision === '' || revision.startsWith('-') ? [] : [{ variable, revision }];
  });
}
