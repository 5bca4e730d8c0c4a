import { LUT6_XILINX, LUT6_XILINX_DSP } from '../flows/flow.ts';
import { figuresOf, flowOf, type Figures, type Measurements } from './figures.ts';
import { KINDS, type Copies, type Kind, type Unit } from './unit.ts';

/** A row of datasets/units.csv, by column. */
export type UnitRow = Readonly<Record<string, string | number>>;

/** Where the rows of a run come from. */
export interface Origin {
  /** Version of Yosys. */
  readonly yosys: string;
  /** Year and month, as `2026-11`. */
  readonly date: string;
}

/** The rows of all units whose designs were measured. */
export function unitRows(
  units: readonly Unit[],
  measured: Measurements,
  origin: Origin,
): UnitRow[] {
  return units.flatMap((unit) =>
    KINDS.flatMap((kind) => {
      const id = unit.ids[kind];
      const figures = figuresOf(unit, kind, measured);
      return id === undefined || figures === undefined
        ? []
        : [rowOf(id, unit, kind, figures, measured, origin)];
    }),
  );
}

function rowOf(
  id: string,
  unit: Unit,
  kind: Kind,
  { lut, ff, dsp, whole }: Figures,
  measured: Measurements,
  { yosys, date }: Origin,
): UnitRow {
  const field = unit.logic[0]?.design.field ?? '';
  return {
    id,
    operation: unit.operation,
    title: unit.title,
    ...(field === '' ? {} : { field }),
    lut_kind: kind,
    lut,
    ff,
    bram: 0,
    uram: 0,
    dsp,
    ops_per_clock: (unit.parallel ?? 1) / (unit.interval ?? 1),
    ...(unit.latency === undefined ? {} : { latency_clocks: unit.latency }),
    ...(unit.defaults?.includes(kind) ? { default: 'yes' } : {}),
    includes: unit.includes,
    stage: whole ? 'synthesis' : 'analytic',
    rank: 'primary',
    date,
    source: `own synthesis, Yosys ${yosys} + ABC, ${date}`,
    note: noteOf(unit, kind, whole, measured),
  };
}

function noteOf(unit: Unit, kind: Kind, whole: boolean, measured: Measurements): string {
  const parts = unit.logic.map(({ design, times = 1 }) => {
    const lut = measured.get(design.id)?.flows[flowOf(unit, kind, design).id]?.value.lut;
    return `${times} x ${design.id} (${(lut ?? NaN).toLocaleString('en')} ${kind})`;
  });
  const beside = unit.gates === undefined ? [] : [`${unit.gates.toLocaleString('en')} gates`];
  return [
    ...(whole ? [] : [`derived: ${[...parts, ...beside].join(' + ')}`]),
    ...new Set(unit.logic.map(({ design }) => howMapped(unit, kind, design, measured))),
    registersOf(unit),
    ...(unit.note === undefined ? [] : [unit.note]),
  ].join('; ');
}

function howMapped(
  unit: Unit,
  kind: Kind,
  design: Copies['design'],
  measured: Measurements,
): string {
  const flow = flowOf(unit, kind, design);
  if (kind === 'LUT4') return 'synth -lut 4';
  if (flow !== LUT6_XILINX && flow !== LUT6_XILINX_DSP) {
    return 'area-oriented map; LUT6 primitives before two small LUTs share one';
  }
  const carry = measured.get(design.id)?.flows[flow.id]?.value.carry ?? 0;
  const abc9 = flow === LUT6_XILINX ? ' -abc9' : '';
  return `synth_xilinx -family xcup${abc9}${carry > 0 ? `, ${carry} CARRY in ${design.id}` : ''}`;
}

/** Where the flip-flops come from; that the logic was mapped without them, where it was. */
function registersOf({ logic, registers }: Unit): string {
  if ('count' in registers) {
    return `flip-flops: ${registers.why}; the logic was mapped without them`;
  }
  const parts = registers.map(({ design, times = 1 }) =>
    times === 1 ? design.id : `${times} x ${design.id}`,
  );
  const same = registers.every(({ design }) => logic.some((part) => part.design.id === design.id));
  const apart = same ? '' : '; the logic was mapped without them';
  return `flip-flops synthesised, ${parts.join(' + ')}${apart}`;
}
