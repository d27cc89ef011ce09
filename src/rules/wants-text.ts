import type { Release } from '../model/release.ts';
import { samePath, type ValuesPath } from '../model/values-path.ts';

/** Keys whose values are texts that happen to be written with digits. */
const VERSION_KEY = /(?:^|[a-z_-])(?:version|tag)$/i;
const NUMBERED_KEY =
  /(?:account|project|tenant|client|app|org|user|group|zone|subscription|customer|chat|channel)[-_]?(?:id|number)$|^(?:id|pin|zip|zipcode|postcode|postalcode|phone|phonenumber|serial|serialnumber|sha|commit|revision|password|passphrase)$/i;
/** Ids that Kubernetes and Linux take as numbers. */
const NUMERIC_ID = /^(?:run[-_]?as|fs[-_]?group|supplemental|puid|pgid|uid|gid)/i;

/** Why the value is meant as text although it is written as a number; undefined when it may well be meant as a number. */
export function reasonForText(release: Release, path: ValuesPath): string | undefined {
  if (release.roles.images.some((image) => samePath(image.tagPath, path))) return 'it is an image tag';
  const key = path.findLast((segment) => typeof segment === 'string') ?? '';
  if (NUMERIC_ID.test(key)) return undefined;
  const before = release.values.defaultAt(path);
  if (typeof before === 'string' && !isNumeric(before)) {
    if (VERSION_KEY.test(key)) return 'it is a version';
    return "the chart's default there is a text";
  }
  if (typeof before === 'number') return undefined;
  if (VERSION_KEY.test(key) && !/^(?:api|schema|config)?version$/i.test(key)) return 'it is a version';
  return NUMBERED_KEY.test(key) ? 'it is an identifier' : undefined;
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}
