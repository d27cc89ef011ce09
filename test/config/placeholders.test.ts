import { describe, expect, it } from 'vitest';
import { asGlob, bindingsIn, filled, hasPlaceholders } from '../../src/config/placeholders.ts';

describe('placeholders of patterns', () => {
  it.each([
    ['environments/*/{name}/values.yaml', 'environments/prod/shop/values.yaml', { name: 'shop' }],
    ['environments/*/{name}/values.yaml', 'environments/shop/values.yaml', undefined],
    ['environments/*/{name}/values.yaml', 'environments/a/b/c/values.yaml', undefined],
    ['**/{name}-values.yaml', 'a/b/shop-values.yaml', { name: 'shop' }],
    ['**/{name}-values.yaml', 'shop-values.yaml', { name: 'shop' }],
    ['{name}.yaml', 'a/b/shop.yaml', { name: 'shop' }],
    ['{a}/{b}/x.y?ml', 'one/two/x.yaml', { a: 'one', b: 'two' }],
    ['{a}/{a}.yaml', 'shop/shop.yaml', { a: 'shop' }],
    ['{a}/{a}.yaml', 'shop/web.yaml', undefined],
    ['{dev,prod}/{name}.yaml', 'prod/shop.yaml', { name: 'shop' }],
    ['{dev,prod}/{name}.yaml', 'test/shop.yaml', undefined],
    ['./x/{name}.yaml', 'x/a+b.yaml', { name: 'a+b' }],
    ['https://charts.example.*', 'https://charts.example.com', {}],
    ['https://charts.example.*', 'https://charts-example.com', undefined],
    ['oci://ghcr.io/acme/**', 'oci://ghcr.io/acme/a/b', {}],
    ['*-{name}.yaml', 'a-b-c.yaml', { name: 'c' }],
    ['{a}-{b}.yaml', 'x-y-z.yaml', { a: 'x', b: 'y-z' }],
    ['{a}{a}', 'shopshop', { a: 'shop' }],
    ['{a}{b}{a}', 'xyzx', { a: 'x', b: 'yz' }],
    ['apps/{name}', 'apps/shop/values.yaml', { name: 'shop' }],
    ['**/{name}/**', 'a/b/c', { name: 'b' }],
  ])('%s in %s', (pattern, text, bindings) => {
    expect(bindingsIn(pattern, text)).toEqual(bindings);
  });

  it.each([
    ['stars', `${'*a'.repeat(40)}b`],
    ['folders', `${'**/'.repeat(20)}b`],
    ['names', `${Array.from({ length: 20 }, (_, i) => `{n${i}}`).join('')}/b`],
    ['parts', '?'.repeat(100_000)],
    ['names that come again', `${'{a}{b}{c}{d}'.repeat(4)}/b`],
  ])('end where the pattern is hostile: %s', (_, pattern) => {
    expect(bindingsIn(pattern, 'a'.repeat(200))).toBeUndefined();
    expect(bindingsIn(pattern, 'a/'.repeat(100))).toBeUndefined();
  });

  it('fills in what is known, and nothing else', () => {
    expect(filled('charts/{name}-{version}', { name: 'shop' })).toBe('charts/shop-{version}');
    expect(filled('{constructor}', {})).toBe('{constructor}');
  });

  it('are no choices', () => {
    expect(asGlob('{dev,prod}/{name}.yaml')).toBe('{dev,prod}/*.yaml');
    expect(hasPlaceholders('{dev,prod}')).toBe(false);
    expect(hasPlaceholders('charts/{name}')).toBe(true);
  });
});
