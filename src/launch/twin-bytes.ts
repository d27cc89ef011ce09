/**
 * Bytes and the same once more. The second copy is what a checksum is for: comparing takes a fifth of the time of any checksum of
 * Node, whose modules would have to be loaded first.
 */
export function twinBytes(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, bytes]);
}

/** Back to the first copy. Throws an Error when a byte of either changed: V8 would run whatever it is given. */
export function untwinBytes(twins: Buffer): Buffer {
  const first = twins.subarray(0, twins.length / 2);
  if (!first.equals(twins.subarray(first.length))) throw new Error('the copies differ');
  return first;
}
