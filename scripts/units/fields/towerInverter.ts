import { range, slice } from '../verilog/bits.ts';
import { linearMap } from '../verilog/linearMap.ts';
import type { Modules } from '../verilog/modules.ts';
import { COMBINATIONAL } from './field.ts';
import { towerMultiply } from './towerModel.ts';
import { towerGenerator, towerMultiplier } from './towerMultiplier.ts';

/**
 * Adds an inverter of T_level by the norm: with c = a0 + a1 X_(level-2) and N = a0 c + a1^2, which lies one
 * level down, 1 / (a0 + a1 X) = (c + a1 X) / N.
 *
 * @returns the module's name; ports a, y
 */
export function towerInverter(modules: Modules, level: number): string {
  const bits = 2 ** level;
  return modules.add(
    `tower_inv_${bits}`,
    [`input ${range(bits)} a`, `output ${range(bits)} y`],
    () => {
      if (level === 0) return ['assign y=a;'];
      const half = bits / 2;
      const multiplier = towerMultiplier(modules, level - 1, COMBINATIONAL);
      const generator = towerGenerator(modules, level - 1);
      const squarer = linearMap(modules, `tower_sq_${half}`, { input: half, output: half }, (a) =>
        towerMultiply(level - 1, a, a),
      );
      const inverter = towerInverter(modules, level - 1);
      return [
        `wire ${range(half)} a0=${slice('a', 0, half)}, a1=${slice('a', half, half)};`,
        `wire ${range(half)} t, p, s, n, y0, y1;`,
        `${generator} g(.a(a1),.y(t));`,
        `wire ${range(half)} c=a0^t;`,
        `${multiplier} m0(.a(a0),.b(c),.y(p));`,
        `${squarer} sq(.a(a1),.y(s));`,
        `${inverter} inv(.a(p^s),.y(n));`,
        `${multiplier} m1(.a(c),.b(n),.y(y0));`,
        `${multiplier} m2(.a(a1),.b(n),.y(y1));`,
        'assign y={y1,y0};',
      ];
    },
  );
}
