import { quote } from '../../issues/quote.ts';
import { amountIn, jsonObject, objectIn, textInJson, type JsonObject } from '../json.ts';
import { problem } from '../problem.ts';
import type { Module, Modules } from './modules.ts';

/** What `stat -json` says, with the version of Yosys. */
export interface StatJson extends Modules {
  readonly version?: string;
}

/**
 * Reads the text of `stat -json`, of versions from 0.57 on also with `-hierarchy`.
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
    const key = plain(name);
    if (modules.has(key)) throw problem(`the module ${quote(key)} stands twice`);
    modules.set(key, moduleOf(objectIn(declared, name) ?? {}, name));
  }
  const version = /^Yosys (\S{1,40})/.exec(textInJson(stat, 'creator') ?? '')?.[1];
  const design = objectIn(stat, 'design');
  const top = design === undefined ? undefined : topOf(modules);
  const area = design === undefined ? undefined : areaOf(design);
  const cells = design === undefined ? undefined : figure(design, 'num_cells', 'count');
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

/**
 * A module. From version 0.57 on the modules in it are not among its cells, though without
 * `-hierarchy` they stand in one list with them, and its area is that of everything in it.
 */
function moduleOf(stat: JsonObject, name: string): Module {
  const stated = figure(stat, 'num_cells', 'local_count');
  if (stated === undefined) {
    throw problem(`${quote(name)}: it is not said how many cells there are`);
  }
  const apart = figure(stat, 'num_submodules', 'count');
  const cells = new Map<string, number>();
  for (const [list, field] of [
    ['num_cells_by_type', 'local_count'],
    ['num_submodules_by_type', 'count'],
  ] as const) {
    const types = objectIn(stat, list) ?? {};
    for (const type of Object.keys(types)) {
      const times = figure(types, type, field);
      if (times === undefined || !Number.isSafeInteger(times)) {
        throw problem(`${quote(name)}: not a number of cells ${quote(type)}`);
      }
      cells.set(plain(type), (cells.get(plain(type)) ?? 0) + times);
    }
  }
  const sum = [...cells.values()].reduce((all, times) => all + times, 0);
  if (stated + (apart ?? 0) !== sum) {
    const modules = apart === undefined ? '' : ` and ${apart} submodules`;
    throw problem(`${quote(name)}: ${stated} cells${modules} are stated and ${sum} listed`);
  }
  const area = areaOf(stat);
  return {
    cells,
    ...(apart === undefined ? {} : { apart }),
    ...(area === undefined ? {} : { area, areaOfAll: apart !== undefined }),
  };
}

/** Area of a module; `-hierarchy` states it with the number of cells, as 0 where there is none. */
function areaOf(stat: JsonObject): number | undefined {
  return amountIn(stat, 'area') ?? (figure(stat, 'num_cells', 'area') || undefined);
}

/** A number by itself, or what `-hierarchy` writes as texts: one with submodules, one without. */
function figure(
  stat: JsonObject,
  key: string,
  field: 'count' | 'local_count' | 'area',
): number | undefined {
  const both = objectIn(stat, key);
  if (both === undefined) return field === 'area' ? undefined : amountIn(stat, key);
  const text = textInJson(both, field) ?? '';
  return /^\d{1,20}(?:\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
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
