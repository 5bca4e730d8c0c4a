import type { DoubtInput } from '../../src/doubt/types.ts';
import type { ColumnModel } from '../../src/studies/types.ts';

/** An input of the toy: the ratio goes with a power of it. */
interface ToyInput extends Pick<DoubtInput, 'name' | 'title' | 'base' | 'p05' | 'p95'> {
  readonly unit: string;
  readonly display: DoubtInput['display'];
  readonly power: number;
}

const plain = { unit: '1', display: { unit: 'ratio', scale: 1 } };

/** Names, titles and ranges as the default scenario has them; the powers are made up. */
export const TOY_INPUTS: readonly ToyInput[] = [
  {
    name: 'reference_clock',
    title: 'Clock of large designs on UltraScale+',
    base: 300e6,
    p05: 237.9e6,
    p95: 362.1e6,
    unit: '1/s',
    display: { unit: 'MHz', scale: 1e6 },
    power: -1,
  },
  {
    name: 'retention_scale',
    title: 'Uncertainty of the clock retention curve',
    base: 1,
    p05: 0.733,
    p95: 1.43,
    ...plain,
    power: 1.1,
  },
  {
    name: 'unit_busy',
    title: 'Share of clocks a unit does useful work',
    base: 0.7,
    p05: 0.518,
    p95: 0.859,
    ...plain,
    power: -1,
  },
  {
    name: 'tile_memory_size',
    title: 'Local memory of a core',
    base: 32768,
    p05: 12.4 * 1024,
    p95: 83.4 * 1024,
    unit: 'byte/core',
    display: { unit: 'KiB / core', scale: 1024 },
    power: -0.4,
  },
  ...(['lut', 'ff', 'bram'] as const).map((resource, i) => ({
    name: `fill[${resource}]`,
    title: 'Achievable utilisation',
    base: 0.7,
    p05: 0.58,
    p95: 0.796,
    ...plain,
    power: 0.3 - 0.1 * i,
  })),
  {
    name: 'words_per_cycle',
    title: 'Committed words per instruction',
    base: 16,
    p05: 13.2,
    p95: 23.5,
    unit: 'word/cycle',
    display: { unit: 'word / cycle', scale: 1 },
    power: 0.5,
  },
  ...Array.from({ length: 7 }, (_, i) => ({
    name: `small_${i}`,
    title: `Elements of the last recursion proof, log2, number ${i}`,
    base: 20,
    p05: 19,
    p95: 21,
    ...plain,
    power: 0.05 * (i + 1),
  })),
];

/** The ratio, whether it is within its limit, and other tests that depend on one input each. */
export const TOY_OUTPUTS = [
  'reading_value[overhead]',
  'passes[overhead]',
  'reading_passes[overhead]',
  'proof_passes',
  'latency_passes',
  'log10(reading_value[overhead])',
] as const;

/** The toy as a function of columns: ratio = value x product of (input / base)^power. */
export function toyModel(value: number, limit: number): ColumnModel {
  return {
    inputs: TOY_INPUTS.map(({ name }) => name),
    outputs: TOY_OUTPUTS,
    columns: (inputs, outputs, from, to) => {
      for (let row = from; row < to; row += 1) {
        let ratio = value;
        TOY_INPUTS.forEach(({ base, power }, i) => {
          ratio *= ((inputs[i]?.[row] ?? NaN) / base) ** power;
        });
        const proof = (inputs.at(-1)?.[row] ?? NaN) <= 20.8;
        const truths = [ratio <= limit && proof, ratio <= limit, proof, true].map(Number);
        [ratio, ...truths, Math.log10(ratio)].forEach((result, i) => {
          const column = outputs[i];
          if (column !== undefined) column[row] = result;
        });
      }
      return 0;
    },
  };
}
