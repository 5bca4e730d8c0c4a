import type { Field } from './field.ts';
import { towerInverter } from './towerInverter.ts';
import { towerMultiply } from './towerModel.ts';
import { towerMultiplier } from './towerMultiplier.ts';

/** The field GF(2^(2^level)) of the Wiedemann tower. */
export function towerField(level: number): Field {
  const bits = 2 ** level;
  return {
    id: `tower${bits}`,
    title: level === 0 ? 'GF(2)' : `GF(2^${bits}), Wiedemann tower`,
    bits,
    products: Array.from({ length: level + 1 }, (_, below) => 2 ** below),
    multiply: (a, b) => towerMultiply(level, a, b),
    multiplier: (modules, pipeline) => towerMultiplier(modules, level, pipeline),
    inverter: (modules) => towerInverter(modules, level),
  };
}
