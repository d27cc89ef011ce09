import type { Describe } from './description.ts';
import { orTypes } from './type-words.ts';
import type { Wording } from './wording.ts';
import { shortDescription } from './wording.ts';

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-01-31',
  'date-time': 'a date and time such as 2026-01-31T12:00:00Z',
  duration: 'an ISO 8601 duration such as PT5M',
  email: 'an e-mail address',
  hostname: 'a host name',
  ipv4: 'an IPv4 address such as 10.0.0.1',
  ipv6: 'an IPv6 address such as fd00::1',
  iri: 'an absolute URI with its scheme, such as https://example.com',
  'iri-reference': 'a URI or a relative reference',
  'json-pointer': 'a JSON Pointer such as /a/b',
  period: 'a period: two date-times with a slash between them',
  regex: 'a regular expression',
  'relative-json-pointer': 'a relative JSON Pointer such as 1/a',
  semver: 'a semantic version such as 1.2.3',
  time: 'a time with its offset, such as 12:00:00Z',
  uri: 'an absolute URI with its scheme, such as https://example.com',
  'uri-reference': 'a URI or a relative reference',
  'uri-template': 'a URI template',
  uuid: 'a UUID such as 123e4567-e89b-12d3-a456-426614174000',
};
/** A longer regular expression tells nobody anything. */
const LONGEST_PATTERN = 40;

export const describeFormat: Describe = ({ at, params, alsoTypes }, { wording }) => {
  const format = String(params.format);
  const wanted = orTypes(FORMATS[format] ?? `the format ${format}`, alsoTypes);
  return { rule: 'format', wanted, statement: textStatement(at, wanted, wording) };
};

export const describePattern: Describe = ({ at, params, trail, alsoTypes }, { wording }) => {
  const pattern = String(params.pattern);
  const why = shortDescription(trail);
  const short = [...pattern].length <= LONGEST_PATTERN;
  const wanted = orTypes(short ? `text that matches ${pattern}` : 'text of another form', alsoTypes);
  const about = why === undefined ? undefined : `${why}.`;
  if (at.value === '') {
    return { rule: 'pattern', wanted, statement: `${wording.path(at.path)} must not be empty`, about };
  }
  return {
    rule: 'pattern',
    wanted,
    statement: textStatement(at, wanted, wording),
    about,
    advice: about !== undefined || short ? undefined : "See the pattern in the chart's schema.",
  };
};

function textStatement(at: Parameters<Describe>[0]['at'], wanted: string, wording: Wording): string {
  return `${wording.path(at.path)} is ${wording.value(at.path, at.value)}, ${wording.expects(wanted)}`;
}
