/** Range of a bus, as `[7:0]`. */
export function range(width: number): string {
  return `[${width - 1}:0]`;
}

/** Slice of a bus that begins at bit `from`, as `a[15:8]`. */
export function slice(name: string, from: number, width: number): string {
  return `${name}[${from + width - 1}:${from}]`;
}

/** Word `index` of a bus of words. */
export function word(name: string, index: number, width: number): string {
  return slice(name, index * width, width);
}

/** A constant of a given width, in hexadecimal. */
export function constant(value: bigint, width: number): string {
  return `${width}'h${value.toString(16)}`;
}

/** A bus rotated to the left by `by` bits. */
export function rotateLeft(name: string, by: number, width: number): string {
  const shift = ((by % width) + width) % width;
  if (shift === 0) return name;
  return `{${slice(name, 0, width - shift)},${slice(name, width - shift, shift)}}`;
}

/** The sum in GF(2) of some expressions, 0 if there are none. */
export function xor(terms: readonly string[]): string {
  return terms.length === 0 ? "1'b0" : terms.join('^');
}

/** A register behind `value` whose output is `y`. */
export function registered(value: string, width: number): string[] {
  return [`reg ${range(width)} q;`, `always @(posedge clk) q<=${value};`, 'assign y=q;'];
}
