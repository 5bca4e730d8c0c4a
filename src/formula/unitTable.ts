import type { Unit } from './unit.ts';

const base = (name: string, scale = 1): Unit => ({ scale, dimension: new Map([[name, 1]]) });
const count = (scale = 1): Unit => ({ scale, dimension: new Map() });
const derived = (scale: number, ...factors: [string, number][]): Unit => ({
  scale,
  dimension: new Map(factors),
});

/**
 * Every unit that a model, dataset or scenario may use. `cycle` is a retired guest instruction and
 * `clock` a hardware clock, so `Hz` is clocks per second. `word`, `element`, `row`, `device`, … are
 * names for plain counts: they say what is counted, and are not checked against each other.
 */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['lut', base('lut')],
  ['ff', base('ff')],
  ['bram', base('bram')],
  ['uram', base('uram')],
  ['dsp', base('dsp')],
  ['ge', base('ge')],
  ['core', base('core')],
  ['cycle', base('cycle')],
  ['clock', base('clock')],
  ['op', base('op')],
  ['s', base('s')],
  ['ms', base('s', 1e-3)],
  ['us', base('s', 1e-6)],
  ['ns', base('s', 1e-9)],
  ['ps', base('s', 1e-12)],
  ['h', base('s', 3600)],
  ['day', base('s', 86_400)],
  ['year', base('s', 31_557_600)],
  ['byte', base('byte')],
  ['bit', base('byte', 1 / 8)],
  ['kB', base('byte', 1e3)],
  ['MB', base('byte', 1e6)],
  ['GB', base('byte', 1e9)],
  ['KiB', base('byte', 1024)],
  ['MiB', base('byte', 1_048_576)],
  ['GiB', base('byte', 1_073_741_824)],
  ['kbit', base('byte', 128)],
  ['Mbit', base('byte', 131_072)],
  ['Gbit', base('byte', 1.25e8)],
  ['Hz', derived(1, ['clock', 1], ['s', -1])],
  ['kHz', derived(1e3, ['clock', 1], ['s', -1])],
  ['MHz', derived(1e6, ['clock', 1], ['s', -1])],
  ['GHz', derived(1e9, ['clock', 1], ['s', -1])],
  ['J', base('J')],
  ['pJ', base('J', 1e-12)],
  ['kWh', base('J', 3.6e6)],
  ['W', derived(1, ['J', 1], ['s', -1])],
  ['kW', derived(1e3, ['J', 1], ['s', -1])],
  ['USD', base('USD')],
  ['nm', base('m', 1e-9)],
  ['mm', base('m', 1e-3)],
  ['um2', derived(1e-12, ['m', 2])],
  ['mm2', derived(1e-6, ['m', 2])],
  ['cm2', derived(1e-4, ['m', 2])],
  ['ratio', count()],
  ['percent', count(0.01)],
  ['count', count()],
  ['device', count()],
  ['die', count()],
  ['word', count()],
  ['element', count()],
  ['row', count()],
  ['tuple', count()],
  ['query', count()],
  ['dimensionless', count()],
]);
