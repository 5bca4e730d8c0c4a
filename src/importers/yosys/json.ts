import { quote } from '../../issues/quote.ts';
import { amountIn, jsonObject, objectIn, textInJson, type JsonObject } from '../json.ts';
import { problem } from '../problem.ts';
import type { Module, Modules } from './modules.ts';

/** What `stat -json` says, with the version of Yosys. */
export interface StatJson extends Modules {
  readonly version?: string;
}

/**
 * Reads the text of `stat -json`.
 *
 * @throws InputError where it is none, or a module does not add up
 */
export function readStatJson(text: string): StatJson {
  const stat = jsonObject(text);
  const declared = objectIn(stat, 'modules');
  if (declared === undefined) {
    const expected = 'modules, as Yosys stat -json writes them';
    throw problem('this is no stat of Yosys', undefined, { expected });
  }
  const modules = new Map<string, Module>();
  for (const name of Object.keys(declared)) {
    modules.set(plain(name), moduleOf(objectIn(declared, name) ?? {}, name));
  }
  const version = /^Yosys (\S{1,40})/.exec(textInJson(stat, 'creator') ?? '')?.[1];
  const design = objectIn(stat, 'design');
  const top = design === undefined ? undefined : topOf(modules);
  const area = design === undefined ? undefined : amountIn(design, 'area');
  const cells = design === undefined ? undefined : amountIn(design, 'num_cells');
  return {
    modules,
    ...(version === undefined ? {} : { version }),
    ...(top === undefined ? {} : { top }),
    total: {
      ...(area === undefined ? {} : { area }),
      ...(cells === undefined ? {} : { cells }),
    },
  };
}

function moduleOf(stat: JsonObject, name: string): Module {
  const cells = new Map<string, number>();
  const add = (key: string, count: string): void => {
    const types = objectIn(stat, key);
    for (const type of Object.keys(types ?? {})) {
      const times = amountIn(types ?? {}, type);
      if (times === undefined || !Number.isSafeInteger(times)) {
        throw problem(`${quote(name)}: not a number of cells ${quote(type)}`);
      }
      cells.set(plain(type), (cells.get(plain(type)) ?? 0) + times);
    }
    const stated = amountIn(stat, count);
    const sum = Object.keys(types ?? {}).reduce(
      (all, type) => all + (amountIn(types ?? {}, type) ?? 0),
      0,
    );
    if (stated !== undefined && stated !== sum) {
      throw problem(`${quote(name)}: ${stated} cells are stated and ${sum} listed`);
    }
  };
  if (amountIn(stat, 'num_cells') === undefined) {
    throw problem(`${quote(name)}: it is not said how many cells there are`);
  }
  add('num_cells_by_type', 'num_cells');
  add('num_submodules_by_type', 'num_submodules');
  const area = amountIn(stat, 'area');
  return { cells, ...(area === undefined ? {} : { area }) };
}

/** The module that no other holds. */
function topOf(modules: ReadonlyMap<string, Module>): string | undefined {
  const held = new Set([...modules.values()].flatMap(({ cells }) => [...cells.keys()]));
  const tops = [...modules.keys()].filter((name) => !held.has(name));
  return tops.length === 1 ? tops[0] : undefined;
}

/** A name without the mark of a public one. */
export function plain(name: string): string {
  return name.startsWith('\\') ? name.slice(1) : name;
}
