import { expect, it } from 'vitest';
import { commentOnPullRequest } from '../../src/action/comment-on-pull-request.ts';

const place = { api: 'https://api.example.com', repository: 'a/b', number: 7, token: 't' };

/** Answers as GitHub does for these comments, and tells what was asked. */
function forge(comments: readonly { id: number; body: string }[], status = 200) {
  const asked: string[] = [];
  const request = (async (url: string, { method, body }: { method: string; body?: string }) => {
    asked.push(
      `${method} ${url.slice('https://api.example.com/repos/a/b/issues/'.length)} ${body ?? ''}`.trim(),
    );
    const page = Number(new URL(url).searchParams.get('page') ?? 1);
    return Response.json(comments.slice((page - 1) * 100, page * 100), { status });
  }) as unknown as typeof fetch;
  return { asked, request };
}

it('writes a comment, and the next time the same one', async () => {
  const first = forge([{ id: 1, body: 'LGTM' }]);
  await commentOnPullRequest(place, 'one error', first.request);
  expect(first.asked.at(-1)).toBe(String.raw`POST 7/comments {"body":"<!-- chartlint -->\none error"}`);
  const many = Array.from({ length: 130 }, (_, id) => ({ id, body: 'LGTM' }));
  const second = forge([...many, { id: 200, body: '<!-- chartlint -->\none error' }]);
  await commentOnPullRequest(place, 'no error', second.request);
  expect(second.asked.at(-1)).toBe(String.raw`PATCH comments/200 {"body":"<!-- chartlint -->\nno error"}`);
});

it('says what GitHub answered, without the token', async () => {
  const { request } = forge([], 403);
  await expect(commentOnPullRequest(place, 'one', request)).rejects.toThrow(
    'GitHub answers 403 to GET of a comment',
  );
});
