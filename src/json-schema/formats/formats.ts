import { isRegularExpression } from '../regular-expression.ts';
import { isDate, isDateTime, isDuration, isPeriod, isTime } from './date-formats.ts';
import { isEmail, isHostname, isIpv4, isIpv6 } from './network-formats.ts';
import { isSemanticVersion } from './semantic-version.ts';
import { isUri, isUriReference, isUriTemplate } from './uri-formats.ts';

const JSON_POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;
const RELATIVE_JSON_POINTER = /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The formats that Helm's engine asserts, with its idea of each (`santhosh-tekuri/jsonschema` v6, `format.go`).
 * It ignores any other format, and so does chartlint.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  iri: isUri,
  'iri-reference': isUriReference,
  'json-pointer': (text) => JSON_POINTER.test(text),
  period: isPeriod,
  regex: isRegularExpression,
  'relative-json-pointer': (text) => RELATIVE_JSON_POINTER.test(text),
  semver: isSemanticVersion,
  time: isTime,
  uri: isUri,
  'uri-reference': isUriReference,
  'uri-template': isUriTemplate,
  uuid: (text) => UUID.test(text),
};
