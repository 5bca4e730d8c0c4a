import { range, xor } from './bits.ts';
import type { Modules } from './modules.ts';

/**
 * A linear map over GF(2) as XORs of its inputs, one sum per bit of the output; sharing is left to synthesis.
 *
 * @param map the map itself; it is asked for the image of every basis vector
 * @returns the module's name; ports a, y
 */
export function linearMap(
  modules: Modules,
  name: string,
  width: { readonly input: number; readonly output: number },
  map: (value: bigint) => bigint,
): string {
  return modules.add(
    name,
    [`input ${range(width.input)} a`, `output ${range(width.output)} y`],
    () => {
      const images = Array.from({ length: width.input }, (_, j) => map(1n << BigInt(j)));
      return Array.from({ length: width.output }, (_, i) => {
        const terms = images.flatMap((image, j) => ((image >> BigInt(i)) & 1n ? [`a[${j}]`] : []));
        return `assign y[${i}]=${xor(terms)};`;
      });
    },
  );
}
