import type { JsonObject } from '../../model/json-value.ts';

const SET = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUAL = /^([^\s!=]+)\s*(==|=|!=)\s*([^\s!=]*)$/;
const PRESENT = /^(!?)\s*([^\s!=]+)$/;

/** Whether a selector of Kubernetes' takes these labels (`labels.Parse` of apimachinery): `app=shop,tier in (a, b),!old`. */
export function matchesLabels(selector: string, labels: JsonObject): boolean {
  const at = (key: string): string | undefined =>
    Object.hasOwn(labels, key) ? String(labels[key]) : undefined;
  return requirements(selector).every((requirement) => {
    const set = SET.exec(requirement);
    if (set !== null) {
      const [, key = '', word, list = ''] = set;
      const value = at(key);
      const isIn = value !== undefined && list.split(',').some((one) => one.trim() === value);
      return word === 'in' ? isIn : !isIn;
    }
    const equal = EQUAL.exec(requirement);
    if (equal !== null) {
      const [, key = '', sign, value = ''] = equal;
      return sign === '!=' ? at(key) !== value : at(key) === value;
    }
    const present = PRESENT.exec(requirement);
    return present === null || (at(present[2]!) === undefined) === (present[1] === '!');
  });
}

/** The parts between commas, but for those in parentheses, without spaces around them. */
function requirements(selector: string): string[] {
  const parts = selector.match(/(?:\([^()]*\)|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
