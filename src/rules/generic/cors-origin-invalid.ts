import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { hostOfUrl, isSampleHost } from '../host-names.ts';
import { localHost } from '../local-host.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'cors-origin-invalid',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary:
      'A CORS origin is no origin (a path, a slash at the end, no scheme), is "*", or in production is plain HTTP, localhost or a name from documentation.',
    why: 'Browsers send the origin as scheme, host and port, and servers compare it as text: with a slash at the end it never matches and the page gets no answer. "*" lets every site on the internet call the API from the browser of a user.',
    source:
      'RFC 6454, section 6.2; ASP.NET Core documentation, Enable Cross-Origin Requests; Spring CorsConfiguration.',
  },
  examples: {
    bad: [
      { values: 'config:\n  corsOrigins:\n    - https://app.corp.net/\n', chart: 'hotswap' },
      {
        values: 'config:\n  cors:\n    allowedOrigins: "https://a.corp.net, b.corp.net"\n',
        chart: 'atlasia',
      },
      { values: 'cors:\n  allowedOrigins: "*"\n' },
      { values: 'config:\n  corsOrigins: [http://app.corp.net]\n', chart: 'hotswap' },
      { values: 'config:\n  corsOrigins: ["http://localhost:3000"]\n', chart: 'hotswap' },
      { values: 'config:\n  corsOrigins: [https://board.example.com]\n', chart: 'hotswap' },
    ],
    good: [
      {
        values: 'config:\n  corsOrigins: [https://app.corp.net, "http://localhost:3000"]\n',
        chart: 'hotswap',
        environment: 'development',
      },
      { values: 'cors:\n  allowedOrigins: https://*.corp.net,capacitor://localhost\n' },
      { values: 'cors:\n  allowedOrigins: https://board.example.com\n' },
      { values: 'cors:\n  enabled: false\n  origins: ["*"]\n' },
    ],
  },
  *check(release) {
    const isProduction = release.roles.environment === 'production';
    for (const { path, certain, shape, origins } of release.roles.cors) {
      // What a chart of its own allows is the chart's business until somebody takes it over.
      if (!certain && !isUserWritten(release, path)) continue;
      for (const origin of origins) {
        const problem = problemOf(origin.value, shape);
        const name = formatPath(origin.path);
        const listed = shape === 'text' && origins.length > 1 ? `${name} lists` : `${name} is`;
        if (problem !== undefined) {
          const better = problem.better;
          const whole =
            shape === 'text'
              ? origins.map(({ value }) => (value === origin.value ? better : value))
              : [better];
          yield {
            at: origin.path,
            severity: certain ? 'error' : 'warning',
            problem: `${listed} "${origin.value}", ${problem.what}`,
            why: 'Browsers send scheme, host and port of one origin, so it never matches.',
            help: `${better === undefined ? problem.advice : `Write "${better}".`}`,
            ...(better === undefined
              ? {}
              : {
                  fix: {
                    title: `Write ${better}`,
                    safe: problem.safe,
                    replace: [{ at: origin.path, text: JSON.stringify(whole.join(',')) }],
                  },
                }),
          };
        } else if (origin.value === '*') {
          yield {
            at: origin.path,
            problem: `${listed} "*"`,
            why: 'Every site on the internet may call the API from the browser of a user.',
            help: 'List the origins of your own pages.',
          };
        } else if (isProduction && isOwnMachine(origin.value)) {
          yield {
            at: origin.path,
            problem: `${listed} "${origin.value}" in production`,
            why: 'Whatever page somebody serves on their own machine may call the API as its user.',
            help: 'Remove it: it is for development.',
          };
        } else if (isProduction && isPlainHttp(origin.value)) {
          yield {
            at: origin.path,
            problem: `${listed} "${origin.value}" in production`,
            why: 'Whoever is on the network can change that page and call the API as its user.',
            help: 'Use https.',
          };
        } else if (
          isProduction &&
          isUserWritten(release, origin.path) &&
          isSampleHost(hostOfUrl(origin.value) ?? '')
        ) {
          yield {
            at: origin.path,
            problem: `${listed} "${origin.value}" in production, a name from documentation`,
            why: 'No page of yours has that origin, so browsers keep your own from the API.',
            help: 'List the origins of your own pages.',
          };
        }
      }
    }
  },
});

interface Problem {
  readonly what: string;
  readonly better: string | undefined;
  /** What to do when there is no better text. */
  readonly advice: string;
  readonly safe: boolean;
}

function problemOf(origin: string, shape: 'text' | 'list'): Problem | undefined {
  // Patterns, variables and words such as "null" or "+" mean something to one server or another.
  if (/[*{}$^\\|]/.test(origin) || /^[a-z+]*$/i.test(origin)) return undefined;
  if (shape === 'list' && origin.includes(','))
    return {
      what: 'several in one entry',
      better: undefined,
      advice: 'Give each an entry of its own.',
      safe: false,
    };
  const slash = /^(https?:\/\/[^/\s?#]+)\/$/i.exec(origin);
  if (slash !== null) return { what: 'with a slash at the end', better: slash[1], advice: '', safe: true };
  const beyond = /^(https?:\/\/[^/\s?#]+)[/?#]/i.exec(origin);
  if (beyond !== null) return { what: 'with a path', better: beyond[1], advice: '', safe: false };
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(origin)) {
    const isHost = /^[a-z0-9.-]+(?::\d+)?$/i.test(origin);
    const better = isHost ? `https://${origin}` : undefined;
    return { what: 'without a scheme', better, advice: 'Write https:// and the host.', safe: false };
  }
  return undefined;
}

/** A page that a browser loads from the machine it runs on; apps that bring their pages along have schemes of their own. */
function isOwnMachine(origin: string): boolean {
  return /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i.test(origin);
}

function isPlainHttp(origin: string): boolean {
  const host = /^http:\/\/(\[[^\]]*\]|[^/:]+)/i.exec(origin)?.[1];
  return host !== undefined && !localHost(host);
}
