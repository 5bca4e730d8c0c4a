import { range } from '../verilog/bits.ts';
import { linearMap } from '../verilog/linearMap.ts';
import type { Modules } from '../verilog/modules.ts';
import { COMBINATIONAL, type Field } from './field.ts';

/**
 * Adds an inverter by the chain of Itoh and Tsujii (1988): with b_k = a^(2^k - 1), b_(j+k) = b_j^(2^k) b_k
 * and 1 / a = b_(bits-1)^2. Powers of two are linear maps, so only the products cost ANDs.
 *
 * @returns the module's name; ports a, y
 */
export function itohTsujii(
  modules: Modules,
  field: Pick<Field, 'id' | 'bits' | 'multiply' | 'multiplier'>,
): string {
  const { id, bits } = field;
  const bus = range(bits);
  return modules.add(`${id}_inv`, [`input ${bus} a`, `output ${bus} y`], () => {
    const multiplier = field.multiplier(modules, COMBINATIONAL);
    const lines = [`wire ${bus} b1=a;`];
    const raise = (from: string, to: string, doublings: number): void => {
      const map = linearMap(
        modules,
        `${id}_pow2_${doublings}`,
        { input: bits, output: bits },
        (a) => Array.from({ length: doublings }).reduce<bigint>((x) => field.multiply(x, x), a),
      );
      lines.push(`wire ${bus} ${to};`, `${map} map_${to}(.a(${from}),.y(${to}));`);
    };
    const join = (left: string, right: string, to: string): void => {
      lines.push(
        `wire ${bus} ${to};`,
        `${multiplier} mul_${to}(.a(${left}),.b(${right}),.y(${to}));`,
      );
    };
    let have = 1;
    for (const digit of (bits - 1).toString(2).slice(1)) {
      raise(`b${have}`, `d${have}`, have);
      join(`d${have}`, `b${have}`, `b${2 * have}`);
      have *= 2;
      if (digit === '0') continue;
      raise(`b${have}`, `e${have}`, 1);
      join(`e${have}`, 'a', `b${have + 1}`);
      have += 1;
    }
    raise(`b${have}`, 'last', 1);
    return [...lines, 'assign y=last;'];
  });
}
