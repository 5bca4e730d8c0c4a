/** Memory that several threads can see, where there can be several; browsers may have none. */
export function sharedBuffer(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined'
    ? new ArrayBuffer(bytes)
    : new SharedArrayBuffer(bytes);
}

/** A column in such memory. */
export function sharedColumn(length: number): Float64Array {
  return new Float64Array(sharedBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}
