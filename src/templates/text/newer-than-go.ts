/**
 * Characters that Unicode knows since 15.1, as first code point and length in base 36: Go 1.26 has the tables of 15.0, engines of
 * JavaScript have newer ones.
 */
const NEWER =
  '1ov 1p3 2fw 2jg 5an+f 5b4+c 5e6+2 5fj 5mx+2 6gx 753+3 8ly 9h8+4 9us+2 9v3 x57+5 x5e x5g x5m+3 x69 1dqb+g ' +
  '1e34+2 1e4o+7 1fpc+1g 1ge8+q 1h6o+12 1h7t+t 1h8u+2 1hhe+6 1hhs+9 1hiy+3 1if4+a 1iff 1ifi 1ifk+12 1ign+a 1igy ' +
  '1ih1 1ih3+4 1ih8+a 1ihj+2 1iht+2 1j2o+k 1jz4+8 1k1s+y 1k34+a 1kfk+18 1kgw+a 1kre 1oww+32z 1xq8+1m 205c+1m ' +
  '20f4+p 20fv+p 20oi+5 25fc+8 26f3 26fd+m 26io+37 2iv4+71 2j28+c4 2jei+n 2jfk+h 2nyo+17 2nzz 2o5c+v 2o68+m ' +
  '2o72+2 2rbs 2rg7+4 2roy+a 2rpc+2 2rps+9 2s0k+4 2s21+2 2s26+2 2s3i 2s3q 2s3s 2s3x 2s4c 2s4f 2s4p+2 2s4v 2saz+11 ' +
  '2sca 3tbu+6 3xya+c 43qo+ha 4er4+3be';

const STARTS: number[] = [];
const LENGTHS: number[] = [];
for (const range of NEWER.split(' ')) {
  const [start, length] = range.split('+');
  STARTS.push(Number.parseInt(start as string, 36));
  LENGTHS.push(length === undefined ? 1 : Number.parseInt(length, 36));
}

/** Whether this code point has a meaning for JavaScript and none for Go. */
export function isNewerThanGo(code: number): boolean {
  if (code < (STARTS[0] as number)) return false;
  let low = 0;
  let high = STARTS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((STARTS[middle] as number) <= code) low = middle + 1;
    else high = middle;
  }
  return code < (STARTS[low - 1] as number) + (LENGTHS[low - 1] as number);
}
