import { describe, expect, it } from 'vitest';
import { allChecks } from '../../src/check-docs/all-checks.ts';
import { rules } from '../../src/generated/rules.ts';
import type { FindingId } from '../../src/model/check-id.ts';

describe('allChecks', () => {
  it('has each id once and says something about it', () => {
    const known = new Set<string>([...rules, ...allChecks].map(({ id }) => id));
    expect(known.size).toBe(rules.length + allChecks.length);
    for (const { id, summary, why } of allChecks) {
      expect(summary, id).toMatch(/^[A-Z"].*\.$/);
      expect(why.length, id).toBeGreaterThan(20);
    }
  });

  it('knows its ids when it is compiled', () => {
    const written: FindingId = 'schema/type';
    // @ts-expect-error No such id: a finding with it does not compile.
    const misspelled: FindingId = 'schema/tpye';
    // @ts-expect-error Ids of rules come from rules.
    const text: FindingId = String('mutable-image-tag');
    expect([written, misspelled, text]).toHaveLength(3);
  });
});
