import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Builtin } from '../../src/builtin/builtin.ts';
import { textIn, type Datasets, type Table } from '../../src/datasets/types.ts';
import { InputError } from '../../src/issues/issue.ts';
import { buildCompiled } from '../../src/model/buildCompiled.ts';
import { elementsOf, type Outcome } from '../../src/model/evaluate.ts';
import { specialise } from '../../src/model/specialise.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

const RESOURCES = ['lut', 'ff', 'bram', 'uram', 'dsp'] as const;
const { evaluate, model, records, settings } = loadScenario();
const base = evaluate();
const number = (name: string, ...tuple: string[]): number => {
  const value = base.number(name, ...tuple);
  if (value === undefined) throw new Error(`${name}[${tuple.join(',')}] is not known`);
  return value;
};

/** What more of a resource may only raise. Rounding may take a few last bits. */
const RISING = ['cores', 'cores_unfloored', 'proved_rate'] as const;
const results = (
  more: Readonly<Record<string, number>>,
): Record<(typeof RISING)[number], number> => {
  const evaluation = evaluate(more);
  return Object.fromEntries(RISING.map((name) => [name, evaluation.number(name) ?? NaN])) as Record<
    (typeof RISING)[number],
    number
  >;
};
const notLess = (found: number, before: number): void => {
  expect(found).toBeGreaterThanOrEqual(before * (1 - 1e-12));
};

const factor = fc.double({ min: 1, max: 4, noNaN: true });
const share = fc.double({ min: 0.2, max: 3, noNaN: true });

describe('more of a resource of the device', () => {
  it.each(RESOURCES)('%s never lowers cores or proved rate', (resource) => {
    fc.assert(
      fc.property(fc.tuple(share, share, share, share, share), factor, (shares, more) => {
        const device = Object.fromEntries(
          RESOURCES.map((name, i) => [
            `device_capacity.${name}`,
            number('device_capacity', name) * (shares[i] ?? 1),
          ]),
        );
        const key = `device_capacity.${resource}`;
        const before = results(device);
        const after = results({ ...device, [key]: (device[key] ?? NaN) * more });
        for (const name of RISING) notLess(after[name], before[name]);
      }),
      { numRuns: 40 },
    );
  });

  it('does not lower cores where the device had no UltraRAM before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (uram) => {
        const before = results({ 'device_capacity.uram': 0, 'shell.uram': 0 });
        const after = results({ 'device_capacity.uram': uram, 'shell.uram': 0 });
        for (const name of RISING) notLess(after[name], before[name]);
      }),
    );
  });

  it('memory and host bandwidth never lower the proved rate', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hbm_bandwidth', 'host_bandwidth'),
        share,
        factor,
        (name, start, more) => {
          // In GB/s, the unit of both quantities.
          const own = (number(name) / 1e9) * start;
          notLess(
            results({ [name]: own * more }).proved_rate,
            results({ [name]: own }).proved_rate,
          );
        },
      ),
    );
  });

  it('a larger shell never raises cores or proved rate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RESOURCES), factor, (resource, more) => {
        const key = `shell.${resource}`;
        const own = Math.max(1, number('shell', resource));
        const [before, after] = [results({ [key]: own }), results({ [key]: own * more })];
        for (const name of RISING) notLess(before[name], after[name]);
      }),
    );
  });
});

describe('a bigger core', () => {
  const CORE = [
    ['core_lut_measured', 1],
    ['core_ff_measured', 1],
    ['core_bram_measured', 0.5],
    ['core_dsp', 1],
    ['core_uram', 1],
    ['tile_memory_size', 1],
    ['tile_overhead', 0.01],
  ] as const;

  it.each(CORE)('by %s never fits more often', (name, step) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 50, noNaN: true })),
        factor,
        (start, more) => {
          const own =
            start * step + (name.startsWith('core_lut') || name.startsWith('core_ff') ? 200 : 0);
          // Block RAMs of the core need their size; the default core names none.
          const before = evaluate({ core_bram_block: 36, [name]: own });
          const after = evaluate({ core_bram_block: 36, [name]: own * more });
          notLess(before.number('cores') ?? NaN, after.number('cores') ?? NaN);
          notLess(before.number('cores_unfloored') ?? NaN, after.number('cores_unfloored') ?? NaN);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('fits no oftener than there is room', () => {
    fc.assert(
      fc.property(fc.double({ min: 100, max: 1e6, noNaN: true }), (lut) => {
        const evaluation = evaluate({ core_lut_measured: lut, core_ff_measured: lut });
        const cores = evaluation.number('cores') ?? NaN;
        const of = (name: string, ...tuple: string[]): number =>
          evaluation.number(name, ...tuple) ?? NaN;
        // Memory goes to UltraRAM first and to block RAM when that is full.
        const inUram = Math.min(cores, of('dies') * of('uram_tiles'));
        const memory: Record<string, number> = {
          uram: inUram * of('tile_uram'),
          bram: (cores - inUram) * of('tile_bram'),
        };
        for (const resource of RESOURCES) {
          const taken = cores * of('core_tile', resource) + (memory[resource] ?? 0);
          expect(taken).toBeLessThanOrEqual(
            (evaluation.number('usable', resource) ?? NaN) * (1 + 1e-12),
          );
        }
        expect(cores % (evaluation.number('dies') ?? NaN)).toBe(0);
      }),
    );
  });
});

describe('a change of scale', () => {
  const operations = (model.system.sets.get('operation')?.elements ?? []).map(({ id }) => id);

  it('of all areas and of the device changes no rate', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 30, noNaN: true }), (scale) => {
        const scaled = (by: number): Record<string, number> => ({
          // Whole blocks of memory do not scale: none.
          tile_memory_size: 0,
          core_bram_measured: 0,
          core_lut_measured: 1500 * by,
          core_ff_measured: 1200 * by,
          core_dsp: 4 * by,
          ...Object.fromEntries(
            RESOURCES.flatMap((resource) => [
              [`device_capacity.${resource}`, number('device_capacity', resource) * by],
              [`shell.${resource}`, number('shell', resource) * by],
            ]),
          ),
          ...Object.fromEntries(
            operations.flatMap((operation) =>
              (
                [
                  'unit_lut_measured',
                  'unit_ff',
                  'unit_bram_measured',
                  'unit_uram',
                  'unit_dsp',
                ] as const
              ).map((name) => [`${name}.${operation}`, number(name, operation) * by]),
            ),
          ),
        });
        const [before, after] = [evaluate(scaled(1)), evaluate(scaled(scale))];
        for (const name of [
          'cores_unfloored',
          'proved_rate',
          'segment_rate',
          'core_rate',
          'fabric_rate',
        ]) {
          const expected = before.number(name) ?? NaN;
          expect(Math.abs((after.number(name) ?? NaN) - expected)).toBeLessThanOrEqual(
            expected * 1e-12,
          );
        }
        expect(after.number('native_bound')).toBe(before.number('native_bound'));
        expect(after.number('fabric_bound')).toBe(before.number('fabric_bound'));
      }),
    );
  });
});

describe('the overhead', () => {
  it('does not depend on the real-time target', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e12, noNaN: true }),
        fc.double({ min: 1, max: 1e12, noNaN: true }),
        (target, reference) => {
          const evaluation = evaluate({ target_rate: target, reference_rate: reference });
          for (const name of ['overhead', 'proved_rate', 'native_rate', 'devices_per_core']) {
            expect(evaluation.number(name)).toBe(number(name));
          }
          for (const reading of ['overhead', 'per_core', 'literal']) {
            expect(evaluation.number('reading_value', reading)).toBe(
              number('reading_value', reading),
            );
          }
          expect(evaluation.number('devices_exact')).toBe(target / number('proved_rate'));
          expect(evaluation.number('reference_devices')).toBe(reference / number('proved_rate'));
        },
      ),
    );
  });

  it('is cores times devices per core, in fluid and in whole devices', () => {
    const product = number('cores') * number('devices_per_core');
    expect(Math.abs(number('overhead') / product - 1)).toBeLessThan(1e-14);
    expect(number('overhead_integer')).toBe(
      number('cores') * Math.ceil(number('devices_per_core')),
    );
  });
});

describe('a specialised model', () => {
  const VARY = [
    'fill.lut',
    'tile_overhead',
    'retention_scale',
    'reference_clock',
    'unit_busy',
    'wrapper',
    'memory_efficiency',
    'on_chip_fusion',
    'words_per_cycle',
    'log2_cycles',
    'pad_factor',
    'chips',
  ];
  const OUTPUTS = [
    'cores',
    'proved_rate',
    'overhead',
    'native_bound',
    'prove_bound',
    'segment_proof_bytes',
    'memory_use',
    'reading_passes',
    'need',
    'latency',
  ];
  const specialised = specialise(model, records, settings(), VARY, OUTPUTS);
  // So few rows are interpreted; this is the code that many are computed by.
  const generated = buildCompiled(specialised.columns.recipe?.data);
  const ranges = VARY.map((name) => {
    const [first = '', ...tuple] = name.split('.');
    const bound = base.bound(first, ...tuple);
    if (bound?.low === undefined || bound.high === undefined)
      throw new Error(`${name} has no range`);
    return { name, low: bound.low, high: bound.high, scale: base.unit(first, ...tuple).unit.scale };
  });
  const row = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: VARY.length,
      maxLength: VARY.length,
    })
    .map((weights) =>
      ranges.map(({ low, high, scale }, i) => (low + (high - low) * (weights[i] ?? 0)) / scale),
    );

  it('has the value of the scenario at the values of the scenario', () => {
    const out = new Float64Array(specialised.outputs.length);
    specialised.scalar(specialised.base, out);
    expect(specialised.inputs).toContain('fill[lut]');
    specialised.outputs.forEach((key, i) => {
      expect([key, out[i]]).toEqual([key, asNumber(outcomeOf(base, key))]);
    });
  });

  it('agrees with evaluation, row by row and by columns, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const inputs = ranges.map(({ scale }, i) =>
          Float64Array.from(rows, (values) => (values[i] ?? NaN) * scale),
        );
        const [interpreted, columns] = [specialised.columns, generated].map((compute) => {
          const results = specialised.outputs.map(() => new Float64Array(rows.length));
          return { bad: compute(inputs, results, 0, rows.length), results };
        }) as [{ bad: number; results: Float64Array[] }, { bad: number; results: Float64Array[] }];
        expect(interpreted).toEqual(columns);
        let expectedBad = 0;
        rows.forEach((values, j) => {
          const out = new Float64Array(specialised.outputs.length);
          specialised.scalar(
            inputs.map((column) => column[j] ?? NaN),
            out,
          );
          const evaluation = evaluate(
            Object.fromEntries(ranges.map(({ name }, i) => [name, values[i] ?? NaN])),
          );
          const expected = specialised.outputs.map((key) => asNumber(outcomeOf(evaluation, key)));
          const whole = expected.every((value) => !Number.isNaN(value));
          if (!whole) expectedBad++;
          specialised.outputs.forEach((key, i) => {
            expect([key, out[i]]).toEqual([key, whole ? expected[i] : NaN]);
            expect([key, columns.results[i]?.[j]]).toEqual([key, out[i]]);
          });
        });
        expect(columns.bad).toBe(expectedBad);
      }),
      { numRuns: 100 },
    );
  });

  it('tells by name what can not vary or has no value', () => {
    expect(() => specialise(model, records, settings(), ['coress'], ['overhead'])).toThrow(
      'coress',
    );
    expect(() => specialise(model, records, settings(), ['fill'], ['overheads'])).toThrow(
      'overheads',
    );
    expect(() => specialise(model, records, settings(), ['cores'], ['overhead'])).toThrow(
      'cores has no value of its own that could vary',
    );
    expect(() => specialise(model, records, settings(), ['fill'], ['capex_rate'])).toThrow(
      /capex_rate needs .*price/,
    );
  });

  it('holds nothing of the text of the models in its source', () => {
    const { source } = specialised;
    for (const { name } of model.quantities.values()) {
      if (name.length > 4) expect(source.columns.includes(name)).toBe(false);
    }
    expect(source.columns).toMatch(/^[\w\s.+\-*/<>=!?:()[\]{}&|;,]*$/);
  });
});

/** The outcome of an element by its key, e.g. `need[lut]`. */
function outcomeOf(evaluation: ReturnType<typeof evaluate>, key: string): Outcome {
  const [name = '', ...tuple] = key.split(/[[\],]/).filter((part) => part !== '');
  return evaluation.outcome(name, ...tuple);
}

function asNumber(outcome: Outcome): number {
  return outcome.status === 'known' ? Number(outcome.value) : NaN;
}

describe('the order of rows in the data sets', () => {
  const shuffled = (datasets: Datasets, keys: readonly number[]): Datasets =>
    new Map(
      [...datasets].map(([id, table]): [string, Table] => {
        const rows = table.rows
          .map((row, i) => [keys[(i * 7 + id.length) % keys.length] ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        return [id, { ...table, rows }];
      }),
    );
  const keys = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 401,
    maxLength: 401,
  });
  const outcomes = (parts: Builtin, overrides: Parameters<typeof loadScenario>[1]): unknown => {
    const loaded = loadScenario('default', overrides, parts);
    const evaluation = loaded.evaluate();
    const all = [...elementsOf(loaded.model)].map(({ key, quantity, tuple }) => {
      const outcome = evaluation.outcome(quantity.name, ...tuple);
      return [key, outcome.status === 'known' ? outcome.value : outcome.status];
    });
    return [loaded.records.chosen, Object.fromEntries(all)];
  };
  const designs = [
    ...new Set(
      (builtin().datasets.get('cores')?.rows ?? []).map((row) => textIn(row, 'design') ?? ''),
    ),
  ];

  it('changes nothing in the default scenario', () => {
    const expected = outcomes(builtin(), {});
    fc.assert(
      fc.property(keys, (order) => {
        const parts = { ...builtin(), datasets: shuffled(builtin().datasets, order) };
        expect(outcomes(parts, {})).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('changes nothing on any device with any core', () => {
    const reversed: Builtin = {
      ...builtin(),
      datasets: new Map(
        [...builtin().datasets].map(([id, table]) => [
          id,
          { ...table, rows: [...table.rows].reverse() },
        ]),
      ),
    };
    const chosen = (parts: Builtin, platform: string, core: string): string => {
      try {
        return JSON.stringify(
          sorted(loadScenario('default', { platform, core }, parts).records.chosen),
        );
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return 'refused';
      }
    };
    // One platform of each device.
    const platforms = new Map(
      (builtin().datasets.get('platforms')?.rows ?? []).map((row) => [
        textIn(row, 'device'),
        row.key,
      ]),
    );
    const different = [...platforms.values()].flatMap((platform) =>
      designs
        .filter((core) => chosen(builtin(), platform, core) !== chosen(reversed, platform, core))
        .map((core) => `${core} on ${platform}`),
    );
    expect(different.slice(0, 10)).toEqual([]);
  });
});

function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).sort() : value;
}
