import type { Random } from '../bench/random.ts';

/** One clock of a simulation. */
export interface Step {
  /** What is applied to x. */
  readonly x: bigint;
  /** What y has to be once x has settled, before the clock rises; not looked at where it is left out. */
  readonly expected?: bigint;
}

/** A circuit that is generated, checked against its software model, and synthesised. */
export interface Design {
  /** Name for files and the command line: lower case, digits and dashes. */
  readonly id: string;
  /** What it does, for people. */
  readonly title: string;
  /** Field and basis, where it works on field elements, as in datasets/units.csv. */
  readonly field: string;
  /** Bits of the input x and the output y. */
  readonly width: { readonly input: number; readonly output: number };
  /** It has registers, and an input clk. */
  readonly clocked: boolean;
  /** It adds integers, so its LUT6 figure comes from a flow that knows carry chains. */
  readonly carries: boolean;
  /** It multiplies integers, which ABC takes very long to map to gates: left out. */
  readonly multiplies?: boolean;
  /** Clocks from operands to result; 0 for logic without registers. */
  readonly latency: number;
  /** All modules; the last one is `top`, with ports x, y and clk where it is clocked. */
  readonly verilog: () => string;
  /** What is simulated, with what the software model expects. */
  readonly trace: (random: Random) => readonly Step[];
}
