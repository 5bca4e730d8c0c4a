import { gateEquivalents } from './gateEquivalents.ts';

/** What a flow makes of a design. */
export interface Counted {
  /** LUTs of any size, before two small ones share one. */
  readonly lut?: number;
  /** Flip-flops. */
  readonly ff: number;
  /** DSP blocks. */
  readonly dsp?: number;
  /** Carry primitives, of the maker's size. */
  readonly carry?: number;
  /** Gate equivalents without flip-flops. */
  readonly gates_ge?: number;
  /** Levels of LUTs or gates. */
  readonly depth?: number;
  /** Area in the unit of the library. */
  readonly area?: number;
}

/**
 * Sums up cells by what they are.
 *
 * @param flow the flow that left them
 * @throws Error at a cell that the flow should not have left
 */
export function countCells(flow: string, cells: Readonly<Record<string, number>>): Counted {
  const sum = (type: RegExp): number =>
    Object.entries(cells).reduce(
      (total, [name, count]) => total + (type.test(name) ? count : 0),
      0,
    );
  switch (flow) {
    case 'gates':
      return { ff: sum(/DFF/), gates_ge: gateEquivalents(cells) };
    case 'lut6-xilinx':
      // An inverter is absorbed by what it feeds; the wide multiplexers are free beside their LUTs.
      expectOnly(cells, /^(LUT[1-6]|INV|FD[CPRS]E(_1)?|CARRY[48]|MUXF[789])$/);
      return { lut: sum(/^LUT[1-6]$/), ff: sum(/^FD/), carry: sum(/^CARRY/) };
    case 'lut6-xilinx-dsp':
      expectOnly(cells, /^(LUT[1-6]|INV|FD[CPRS]E(_1)?|CARRY[48]|MUXF[789]|DSP48E2)$/);
      return {
        lut: sum(/^LUT[1-6]$/),
        ff: sum(/^FD/),
        carry: sum(/^CARRY/),
        dsp: sum(/^DSP48E2$/),
      };
    case 'liberty':
      return { ff: sum(/DFF/i) };
    default:
      expectOnly(cells, /^\$(lut|_[A-Z]*DFF[A-Z]*_[01NP]+_)$/);
      return { lut: cells.$lut ?? 0, ff: sum(/DFF/) };
  }
}

function expectOnly(cells: Readonly<Record<string, number>>, known: RegExp): void {
  const strange = Object.keys(cells).filter((type) => !known.test(type));
  if (strange.length > 0) throw new Error(`cells that are not counted: ${strange.join(', ')}`);
}
