import type { Random } from '../bench/random.ts';
import { vectors } from '../bench/vectors.ts';
import { range, slice } from '../verilog/bits.ts';
import { Modules } from '../verilog/modules.ts';
import type { Design, Step } from './design.ts';
import { pack, unpack } from './words.ts';

/** An operand or result: its name in Verilog and its bits. */
export interface Port {
  readonly name: string;
  readonly width: number;
}

/** A circuit whose result is a function of its operands, some clocks later. */
export interface Combination extends Pick<Design, 'id' | 'title'> {
  /** Field and basis; blank where there is none. */
  readonly field?: string;
  /** What x consists of, the lowest first. Inside `top` these are wires. */
  readonly operands: readonly Port[];
  /** Makes an operand one that may occur, where not every value may. */
  readonly valid?: (operand: bigint) => bigint;
  /** What y consists of, the lowest first. Inside `top` these are wires that `body` drives. */
  readonly results: readonly Port[];
  /** It adds integers. */
  readonly carries?: boolean;
  /** It multiplies integers. */
  readonly multiplies?: boolean;
  /** Clocks from operands to results; 0, unless it has registers. */
  readonly latency?: number;
  /** Adds the modules that it uses, and writes the lines of `top` that drive the results. */
  readonly body: (modules: Modules) => readonly string[];
  /** Software model: operands to results, in the order of the ports. */
  readonly model: (...operands: readonly bigint[]) => readonly bigint[];
}

/** A design from what it computes: the packing of its ports, and vectors with what the model expects. */
export function combine(combination: Combination): Design {
  const {
    id,
    title,
    field = '',
    operands,
    results,
    carries = false,
    multiplies = false,
    latency = 0,
  } = combination;
  const [from, to] = [operands, results].map((ports) => ports.map(({ width }) => width));
  const widths = { from: from ?? [], to: to ?? [] };
  return {
    id,
    title,
    field,
    width: { input: sum(widths.from), output: sum(widths.to) },
    clocked: latency > 0,
    carries,
    multiplies,
    latency,
    verilog: () => source(combination, widths),
    trace: (random) => streamed(combination, widths, latency, random),
  };
}

interface Widths {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function source({ operands, results, latency = 0, body }: Combination, widths: Widths): string {
  const modules = new Modules();
  const x = `input ${range(sum(widths.from))} x`;
  const y = `output ${range(sum(widths.to))} y`;
  modules.add('top', latency > 0 ? ['input clk', x, y] : [x, y], () => [
    ...operands.map(({ name, width }, i) => {
      return `wire ${range(width)} ${name}=${slice('x', sum(widths.from.slice(0, i)), width)};`;
    }),
    ...results.map(({ name, width }) => `wire ${range(width)} ${name};`),
    ...body(modules),
    `assign y={${results
      .map(({ name }) => name)
      .reverse()
      .join(',')}};`,
  ]);
  return modules.text;
}

/** A new input every clock; what it leads to comes out `latency` clocks later. */
function streamed(
  { model, valid }: Combination,
  widths: Widths,
  latency: number,
  random: Random,
): Step[] {
  const drawn = vectors(widths.from, random);
  const inputs =
    valid === undefined
      ? drawn
      : drawn.map((x) => pack(unpack(x, widths.from).map(valid), widths.from));
  const outputs = inputs.map((x) => pack(model(...unpack(x, widths.from)), widths.to));
  return Array.from({ length: inputs.length + latency }, (_, i) => {
    const expected = outputs[i - latency];
    return { x: inputs[i] ?? 0n, ...(expected === undefined ? {} : { expected }) };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
