/** What finds the comment again, unseen by readers. */
const MARKER = '<!-- chartlint -->';
/** GitHub takes no longer ones. */
const MOST = 65_536;

/** Where to write, and as whom. */
export interface PullRequest {
  /** `https://api.github.com`. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly token: string;
}

/**
 * Writes the report (Markdown) as a comment on a pull request, in place of the one that an earlier run wrote. Throws an Error with what
 * GitHub answered when it refuses.
 */
export async function commentOnPullRequest(
  { api, repository, number, token }: PullRequest,
  report: string,
  request: typeof fetch = fetch,
): Promise<void> {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await request(`${api}/repos/${repository}/issues/${path}`, {
      method,
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`GitHub answers ${response.status} to ${method} of a comment`);
    return response.json();
  };
  const text = `${MARKER}\n${report}`;
  const body = {
    body: text.length > MOST ? `${text.slice(0, MOST - 100)}\n\n… cut: see the summary of the run.` : text,
  };
  for (let page = 1; ; page++) {
    const comments = (await ask('GET', `${number}/comments?per_page=100&page=${page}`)) as {
      id: number;
      body?: string;
    }[];
    const own = comments.find((comment) => comment.body?.startsWith(MARKER));
    if (own !== undefined) return void (await ask('PATCH', `comments/${own.id}`, body));
    if (comments.length < 100) return void (await ask('POST', `${number}/comments`, body));
  }
}
