import { InputError } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import { meant, problem } from '../problem.ts';
import type { Netlist } from '../types.ts';

/** Modules that a message lists. */
const LISTED = 8;

/** Modules in modules: designs have a dozen levels. */
const DEEPEST = 500;

/** One module by itself: its cells by type, among them those that are modules. */
export interface Module {
  readonly cells: ReadonlyMap<string, number>;
  /** Area of its own cells. */
  readonly area?: number;
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
  const known = new Map<string, Netlist>();
  const chosen = count(modules, name, known, []);
  if (name === top && total !== undefined) check(chosen, total);
  return { name, ...chosen };
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
  known: Map<string, Netlist>,
  above: readonly string[],
): Netlist {
  const before = known.get(name);
  if (before !== undefined) return before;
  const module = modules.get(name);
  if (module === undefined || above.includes(name)) {
    throw problem(`the module ${quote(name)} holds itself`);
  }
  if (above.length > DEEPEST) throw problem(`the module ${quote(name)} is too deep in others`);
  const cells = new Map<string, number>();
  let area = module.area;
  const add = (type: string, times: number): void => {
    const sum = (cells.get(type) ?? 0) + times;
    if (!Number.isSafeInteger(sum)) throw problem('there are more cells than can be counted');
    cells.set(type, sum);
  };
  for (const [type, times] of module.cells) {
    if (!modules.has(type)) add(type, times);
    else {
      const inner = count(modules, type, known, [...above, name]);
      for (const [own, each] of inner.cells) add(own, each * times);
      area = area === undefined || inner.area === undefined ? undefined : area + times * inner.area;
    }
  }
  const netlist: Netlist = { cells, complete: true, ...(area === undefined ? {} : { area }) };
  known.set(name, netlist);
  return netlist;
}

/** Digits to which areas are printed, so that their sums agree only so far. */
const AREA_TOLERANCE = 1e-4;

function check({ cells, area }: Netlist, total: NonNullable<Modules['total']>): void {
  const sum = [...cells.values()].reduce((all, times) => all + times, 0);
  if (total.cells !== undefined && total.cells !== sum) {
    const message = `the modules have ${sum} cells, and the design ${total.cells}`;
    throw problem(`${message}: the report is cut`);
  }
  if (area === undefined || total.area === undefined) return;
  if (Math.abs(area - total.area) > AREA_TOLERANCE * Math.max(1, total.area)) {
    throw problem(`the modules have an area of ${area}, and the design ${total.area}`);
  }
}
