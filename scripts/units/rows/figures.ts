import type { Design } from '../designs/design.ts';
import { lut6Flow, LUT4, type Flow } from '../flows/flow.ts';
import type { Counted } from '../flows/countCells.ts';
import type { Measurement } from '../measurement.ts';
import type { Copies, Kind, Unit } from './unit.ts';

/** Measurements by the id of the design. */
export type Measurements = ReadonlyMap<string, Measurement>;

/** What one kind of LUT makes of a unit. */
export interface Figures {
  readonly lut: number;
  readonly ff: number;
  readonly dsp: number;
  /** Gate equivalents of the logic without flip-flops; undefined if not all of it was synthesised to gates. */
  readonly gates_ge?: number;
  /** Whether the logic was synthesised as a whole, not multiplied from parts. */
  readonly whole: boolean;
}

/** The flow that the LUTs of a unit come from. */
export function flowOf(unit: Unit, kind: Kind, design: Design): Flow {
  return kind === 'LUT4' ? LUT4 : (unit.lut6 ?? lut6Flow(design));
}

/** Sums up a unit from its designs; undefined if one of them was not measured. */
export function figuresOf(unit: Unit, kind: Kind, measured: Measurements): Figures | undefined {
  const counted = (design: Design, flow: string): Counted | undefined =>
    measured.get(design.id)?.flows[flow]?.value;
  const lut = total(
    unit.logic,
    ({ design }) => counted(design, flowOf(unit, kind, design).id)?.lut,
  );
  // Every flow finds the same flip-flops, unless one drops some that another keeps: then the least are meant.
  const ff =
    'count' in unit.registers
      ? unit.registers.count
      : total(unit.registers, ({ design }) => leastFlipFlops(measured.get(design.id)));
  if (lut === undefined || ff === undefined) return undefined;
  const gates = total(unit.logic, ({ design }) => counted(design, 'gates')?.gates_ge);
  const dsp = total(
    unit.logic,
    ({ design }) => counted(design, flowOf(unit, kind, design).id)?.dsp ?? 0,
  );
  const [only, ...more] = unit.logic;
  const beside = unit.gates ?? 0;
  return {
    lut: lut + beside,
    ff,
    dsp: dsp ?? 0,
    ...(gates === undefined || beside > 0 ? {} : { gates_ge: gates }),
    whole: more.length === 0 && (only?.times ?? 1) === 1 && beside === 0,
  };
}

function leastFlipFlops(measurement: Measurement | undefined): number | undefined {
  const all = Object.values(measurement?.flows ?? {}).map(({ value }) => value.ff);
  return all.length === 0 ? undefined : Math.min(...all);
}

function total(
  parts: readonly Copies[],
  of: (part: Copies) => number | undefined,
): number | undefined {
  return parts.reduce<number | undefined>((sum, part) => {
    const each = of(part);
    return sum === undefined || each === undefined ? undefined : sum + (part.times ?? 1) * each;
  }, 0);
}
