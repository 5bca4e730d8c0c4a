import type { Field } from '../fields/field.ts';
import { linearMap } from '../verilog/linearMap.ts';
import { combine } from './combine.ts';
import type { Design } from './design.ts';

/** Square of an element, which is linear in characteristic 2. */
export function square(field: Field): Design {
  return linear(field, 'sq', 'squarer', (a) => field.multiply(a, a));
}

/** Product with a constant. */
export function timesConstant(field: Field, id: string, constant: bigint): Design {
  const title = `multiplier by the constant 0x${constant.toString(16)}`;
  return linear(field, id, title, (a) => field.multiply(a, constant));
}

function linear(field: Field, id: string, title: string, map: (a: bigint) => bigint): Design {
  const { bits } = field;
  return combine({
    id: `${id}-${field.id}`,
    title,
    field: field.title,
    operands: [{ name: 'a', width: bits }],
    results: [{ name: 'r', width: bits }],
    body: (modules) => [
      `${linearMap(modules, 'map', { input: bits, output: bits }, map)} u(.a(a),.y(r));`,
    ],
    model: (a = 0n) => [map(a)],
  });
}
