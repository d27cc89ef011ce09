import type { FieldType } from '../types/field-type.ts';

/** What a field wants, in a few words. */
export function describeType(type: FieldType): string {
  switch (type.is) {
    case 'text':
    case 'bytes':
    case 'time':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'quantity':
      return 'an amount';
    case 'int-or-string':
      return 'a whole number or text';
    case 'list':
      return type.of.is === 'text' ? 'a list of texts' : 'a list';
    case 'map':
      return 'a map';
    case 'object':
    case 'type':
      return 'a map';
    default:
      return 'anything';
  }
}
