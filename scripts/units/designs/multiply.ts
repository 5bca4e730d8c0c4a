import { COMBINATIONAL, latencyOf, type Field, type Pipeline } from '../fields/field.ts';
import { range } from '../verilog/bits.ts';
import { combine } from './combine.ts';
import type { Design } from './design.ts';

/**
 * Product of two elements of a field, a new pair every clock if it is pipelined.
 *
 * @throws RangeError for registers behind partial products that the multiplier does not have
 */
export function multiply(field: Field, pipeline: Pipeline = COMBINATIONAL): Design {
  const { bits } = field;
  const strange = pipeline.products.filter((width) => !field.products.includes(width));
  if (strange.length > 0) {
    throw new RangeError(`${field.id} has no partial products of ${strange.join(', ')} bits`);
  }
  const latency = latencyOf(pipeline);
  const operand = pipeline.operands ? 'q' : '';
  return combine({
    id: `mul-${field.id}${latency > 0 ? `-${latency}stage${pipeline.operands ? '' : '-bare'}` : ''}`,
    title: `multiplier${latency > 0 ? `, registers behind ${registersOf(pipeline)}` : ''}`,
    field: field.title,
    operands: [
      { name: 'a', width: bits },
      { name: 'b', width: bits },
    ],
    results: [{ name: 'p', width: bits }],
    latency,
    body: (modules) => {
      const multiplier = field.multiplier(modules, pipeline);
      const clk = pipeline.products.length > 0 ? '.clk(clk),' : '';
      const bus = range(bits);
      return [
        ...(pipeline.operands
          ? [`reg ${bus} aq, bq;`, 'always @(posedge clk) begin aq<=a; bq<=b; end']
          : []),
        `wire ${bus} r;`,
        `${multiplier} u(${clk}.a(a${operand}),.b(b${operand}),.y(r));`,
        ...(pipeline.result
          ? [`reg ${bus} rq;`, 'always @(posedge clk) rq<=r;', 'assign p=rq;']
          : ['assign p=r;']),
      ];
    },
    model: (a = 0n, b = 0n) => [field.multiply(a, b)],
  });
}

function registersOf({ operands, products, result }: Pipeline): string {
  return [
    ...(operands ? ['the operands'] : []),
    ...(products.length > 0 ? [`the partial products of ${products.join(', ')} bits`] : []),
    ...(result ? ['the result'] : []),
  ].join(', ');
}
