import { InputError } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import { meant, problem } from '../problem.ts';
import type { Netlist } from '../types.ts';

/** Modules that a message lists. */
const LISTED = 8;

/** Modules in modules: designs have a dozen levels. */
const DEEPEST = 500;

/** Cells of a netlist that are no hardware: they say from which scope flattened cells come. */
export const NO_HARDWARE: ReadonlySet<string> = new Set(['$scopeinfo']);

/** Numbers of cells by their type. */
export type Counts = ReadonlyMap<string, number>;

/** One module by itself. */
export interface Module {
  /** What it is made of by type: cells, and the modules in it. */
  readonly cells: Counts;
  /**
   * How many of these `stat` counts apart from the cells, from version 0.57 on: modules, and cells
   * that a library describes as such.
   */
  readonly apart?: number;
  /** Area of its own cells, or of everything in it. */
  readonly area?: number;
  /** Whether the area is that of everything in it. */
  readonly areaOfAll?: boolean;
}

/** What `stat` says of a design. */
export interface Modules {
  readonly modules: ReadonlyMap<string, Module>;
  /** Module at the top, where `stat` knows it. */
  readonly top?: string;
  /** Cells and area of the whole below the top, as a check. */
  readonly total?: { readonly cells?: number; readonly area?: number };
}

/** A module with everything below it. */
export interface Chosen extends Netlist {
  readonly name: string;
  /** A module whose area is not stated, where others have one. */
  readonly noArea?: string;
}

/** What is counted of a module with everything below it. */
interface Counted {
  readonly cells: Counts;
  /** How many of them `stat` does not count as cells. */
  readonly apart: number;
  readonly area?: number;
  readonly noArea?: string;
}

/**
 * The cells of a module with those of the modules in it, each as often as it is used.
 *
 * @param wanted its name; the top, or the only module, where left out
 * @throws InputError where it is not clear which module is meant, or the sums do not hold
 */
export function chooseModule(found: Modules, wanted: string | undefined): Chosen {
  const { modules, top, total } = found;
  const name = nameOf(found, wanted);
  const counted = count(modules, name, new Map<string, Counted>(), []);
  if (name === top && total !== undefined) check(counted, total);
  const cells = new Map([...counted.cells].filter(([type]) => !NO_HARDWARE.has(type)));
  const measured = [...modules.values()].some(({ area }) => area !== undefined);
  const { area, noArea } = measured ? counted : {};
  return {
    name,
    cells,
    complete: true,
    ...(area === undefined ? {} : { area }),
    ...(noArea === undefined ? {} : { noArea }),
  };
}

function nameOf({ modules, top }: Modules, wanted: string | undefined): string {
  const names = [...modules.keys()];
  const [only, ...others] = names;
  if (wanted !== undefined && modules.has(wanted)) return wanted;
  const chosen = wanted ?? top ?? (others.length === 0 ? only : undefined);
  if (chosen !== undefined && modules.has(chosen)) return chosen;
  const message =
    chosen === undefined
      ? `there are ${names.length} modules and no top; --instance says which`
      : `there is no module ${quote(chosen)}`;
  throw new InputError([
    {
      code: 'unknown-instance',
      message,
      expected: `such as ${quote(names.slice(0, LISTED).join(', '), 400)}`,
      ...meant(wanted, names),
    },
  ]);
}

function count(
  modules: Modules['modules'],
  name: string,
  known: Map<string, Counted>,
  above: readonly string[],
): Counted {
  const before = known.get(name);
  if (before !== undefined) return before;
  const module = modules.get(name);
  if (module === undefined || above.includes(name)) {
    throw problem(`the module ${quote(name)} holds itself`);
  }
  if (above.length > DEEPEST) throw problem(`the module ${quote(name)} is too deep in others`);
  const cells = new Map<string, number>();
  const boxes = boxesOf(modules, name, module);
  let apart = boxes;
  let { area, noArea } = ownArea(modules, name, module, boxes);
  const add = (type: string, times: number): void => {
    const sum = (cells.get(type) ?? 0) + times;
    if (!Number.isSafeInteger(sum)) throw problem('there are more cells than can be counted');
    cells.set(type, sum);
  };
  for (const [type, times] of module.cells) {
    if (!modules.has(type)) {
      add(type, times);
      continue;
    }
    const inner = count(modules, type, known, [...above, name]);
    for (const [own, each] of inner.cells) add(own, each * times);
    apart += inner.apart * times;
    if (module.areaOfAll === true) continue;
    noArea ??= inner.noArea;
    area = area === undefined || inner.area === undefined ? undefined : area + times * inner.area;
  }
  const counted: Counted = {
    cells,
    apart,
    ...(area === undefined ? {} : { area }),
    ...(noArea === undefined ? {} : { noArea }),
  };
  known.set(name, counted);
  return counted;
}

/** How many parts of a module are counted apart and are no module of the report. */
function boxesOf(modules: Modules['modules'], name: string, { cells, apart }: Module): number {
  if (apart === undefined) return 0;
  const held = [...cells].reduce((all, [type, times]) => all + (modules.has(type) ? times : 0), 0);
  if (held <= apart) return apart - held;
  throw problem(`${quote(name)}: ${apart} submodules are stated, and it holds ${held} modules`);
}

/** Area of a module without those in it. `stat` states none where it is zero. */
function ownArea(
  modules: Modules['modules'],
  name: string,
  { cells, area, areaOfAll }: Module,
  boxes: number,
): Pick<Counted, 'area' | 'noArea'> {
  // What a module that the report lacks takes is not in the area of the one that holds it.
  if (areaOfAll !== true && boxes > 0) return { noArea: name };
  if (area !== undefined) return { area };
  const own = [...cells].some(
    ([type, times]) => times > 0 && !modules.has(type) && !NO_HARDWARE.has(type),
  );
  return own ? { noArea: name } : { area: 0 };
}

/** Digits to which areas are printed, so that their sums agree only so far. */
const AREA_TOLERANCE = 1e-4;

function check({ cells, apart, area }: Counted, total: NonNullable<Modules['total']>): void {
  const sum = [...cells.values()].reduce((all, times) => all + times, 0) - apart;
  if (total.cells !== undefined && total.cells !== sum) {
    const message = `the modules have ${sum} cells, and the design ${total.cells}`;
    throw problem(`${message}: the report is cut`);
  }
  if (area === undefined || total.area === undefined) return;
  if (Math.abs(area - total.area) > AREA_TOLERANCE * Math.max(1, total.area)) {
    throw problem(`the modules have an area of ${area}, and the design ${total.area}`);
  }
}
