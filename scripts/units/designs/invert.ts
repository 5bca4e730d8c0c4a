import type { Field } from '../fields/field.ts';
import { inverse } from '../fields/power.ts';
import { combine } from './combine.ts';
import type { Design } from './design.ts';

/** Inverse of an element; 0 for 0. */
export function invert(field: Field): Design {
  return combine({
    id: `inv-${field.id}`,
    title: 'inverter',
    field: field.title,
    operands: [{ name: 'a', width: field.bits }],
    results: [{ name: 'r', width: field.bits }],
    body: (modules) => [`${field.inverter(modules)} u(.a(a),.y(r));`],
    model: (a = 0n) => [inverse(field, a)],
  });
}
