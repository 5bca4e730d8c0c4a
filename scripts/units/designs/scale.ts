import { COMBINATIONAL, type Field } from '../fields/field.ts';
import { range, word } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';
import { combine } from './combine.ts';
import type { Design } from './design.ts';

/**
 * An extension field over one of its subfields, where an element is a vector of elements of the subfield
 * and one of the subfield has only the lowest of them, as in a tower. A field is a subfield of itself.
 */
export interface Extension {
  readonly field: Field;
  readonly scalars: Field;
}

/**
 * Product of an element of the extension with a scalar: one small multiplier per coordinate.
 *
 * @param registered operands and result are registered
 */
export function scale({ field, scalars }: Extension, registered = false): Design {
  return combine({
    id: `mul-${field.id}x${scalars.bits}${registered ? '-2stage' : ''}`,
    title: `${field.bits / scalars.bits} x ${scalars.bits}-bit multipliers`,
    field: titleOf({ field, scalars }),
    latency: registered ? 2 : 0,
    operands: [
      { name: 'a', width: field.bits },
      { name: 's', width: scalars.bits },
    ],
    results: [{ name: 'p', width: field.bits }],
    body: (modules) =>
      registered
        ? [
            `reg ${range(field.bits)} aq, pq; reg ${range(scalars.bits)} sq; wire ${range(field.bits)} r;`,
            ...scaled(modules, { field, scalars }, 'aq', 'sq', 'r'),
            'always @(posedge clk) begin aq<=a; sq<=s; pq<=r; end',
            'assign p=pq;',
          ]
        : scaled(modules, { field, scalars }, 'a', 's', 'p'),
    model: (a = 0n, s = 0n) => [field.multiply(a, s)],
  });
}

/** Butterfly of the additive transform: u' = u + t v, v' = v + u'. */
export function butterfly({ field, scalars }: Extension): Design {
  const { bits } = field;
  return combine({
    id: `butterfly-${field.id}${field.bits === scalars.bits ? '' : `x${scalars.bits}`}`,
    title: `butterfly, ${bits}-bit data by ${scalars.bits}-bit twiddle`,
    field: titleOf({ field, scalars }),
    operands: [
      { name: 'u', width: bits },
      { name: 'v', width: bits },
      { name: 't', width: scalars.bits },
    ],
    results: [
      { name: 'u1', width: bits },
      { name: 'v1', width: bits },
    ],
    body: (modules) => [
      `wire ${range(bits)} p;`,
      ...scaled(modules, { field, scalars }, 'v', 't', 'p'),
      'assign u1=u^p, v1=u1^v;',
    ],
    model: (u = 0n, v = 0n, t = 0n) => {
      const sum = u ^ field.multiply(v, t);
      return [sum, v ^ sum];
    },
  });
}

/** Fold of a multilinear polynomial at a challenge: low + r (high + low). */
export function fold(field: Field): Design {
  const { bits } = field;
  return combine({
    id: `fold-${field.id}`,
    title: 'multilinear fold, low + r (high + low)',
    field: field.title,
    operands: ['low', 'high', 'r'].map((name) => ({ name, width: bits })),
    results: [{ name: 'f', width: bits }],
    body: (modules) => [
      `wire ${range(bits)} p;`,
      `${field.multiplier(modules, COMBINATIONAL)} u(.a(low^high),.b(r),.y(p));`,
      'assign f=low^p;',
    ],
    model: (low = 0n, high = 0n, r = 0n) => [low ^ field.multiply(low ^ high, r)],
  });
}

/** Lines that drive `product` with the vector times the scalar. */
function scaled(
  modules: Modules,
  { field, scalars }: Extension,
  vector: string,
  scalar: string,
  product: string,
): string[] {
  const multiplier = scalars.multiplier(modules, COMBINATIONAL);
  return Array.from({ length: field.bits / scalars.bits }, (_, i) => {
    const [a, y] = [word(vector, i, scalars.bits), word(product, i, scalars.bits)];
    return `${multiplier} lane${i}(.a(${a}),.b(${scalar}),.y(${y}));`;
  });
}

function titleOf({ field, scalars }: Extension): string {
  if (field.bits === scalars.bits) return field.title;
  const [size = '', basis] = field.title.split(', ');
  const [small = ''] = scalars.title.split(', ');
  // A product with 0 or 1 is the same in every basis.
  const named = basis === undefined || scalars.bits === 1 ? [] : [basis];
  return [`${size} x ${small}`, ...named].join(', ');
}
