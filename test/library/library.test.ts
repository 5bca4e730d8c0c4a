import { beforeAll, describe, expect, it } from 'vitest';
import {
  breakEven,
  compare,
  compileScenario,
  evaluate,
  evaluateColumns,
  explain,
  grid,
  InputError,
  loadBuiltin,
  montecarlo,
  morris,
  optimize,
  quantityBreakEven,
  quantityGrid,
  resolveScenario,
  sampledTornado,
  sobol,
  sweep,
  sweepRecords,
  tornado,
  type Loaded,
  type ResolvedScenario,
} from '../../src/index.ts';
import { runCli } from '../cli/runCli.ts';
import { issuesOf } from '../doubt/support.ts';

let data: Loaded;
let scenario: ResolvedScenario;
beforeAll(async () => {
  data = await loadBuiltin();
  scenario = resolveScenario(data);
});

/** What a command writes as JSON. */
async function command(line: string): Promise<unknown> {
  const { code, out } = await runCli(...line.split(' '), '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** As it comes out of JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('gives what the command of the same name writes', () => {
  it('evaluate', async () => {
    expect(plain(evaluate(scenario))).toEqual(await command('evaluate'));
  });

  it('evaluate, of a scenario that extends another one', async () => {
    const own = resolveScenario(data, {
      extends: 'cloud-f2',
      core: 'serv-tile',
      set: { unit_busy: 0.9 },
    });
    const theirs = (await command(
      'evaluate cloud-f2 --core serv-tile --set unit_busy=0.9',
    )) as ReturnType<typeof evaluate>;
    const result = evaluate(own);
    expect(result.verdict).toEqual(theirs.verdict);
    expect(result.scenario.command).toBe(theirs.scenario.command);
  });

  it.each([
    ['montecarlo --samples 4096 --seed 3', () => montecarlo(scenario, { samples: 4096, seed: 3 })],
    ['tornado', () => tornado(scenario)],
    ['tornado --output prove_energy', () => tornado(scenario, { output: 'prove_energy' })],
    ['tornado --sampled --samples 64', () => sampledTornado(scenario, { samples: 64 })],
    [
      'sobol --samples 64 --group clocks=unit_busy,wrapper --output proof_bytes',
      () =>
        sobol(scenario, {
          samples: 64,
          groups: [{ name: 'clocks', inputs: ['unit_busy', 'wrapper'] }],
          outputs: ['proof_bytes'],
        }),
    ],
    ['morris --trajectories 8', () => morris(scenario, { trajectories: 8 })],
    ['breakeven --together unit_busy,wrapper', () => breakEven(scenario, ['unit_busy', 'wrapper'])],
    [
      'breakeven --together unit_busy,wrapper --output prove_energy --limit 5000',
      () =>
        quantityBreakEven(scenario, { output: 'prove_energy', limit: '5000' }, [
          'unit_busy',
          'wrapper',
        ]),
    ],
    [
      'grid --x on_chip_fusion --y unit_busy=0.3..1 --count 5',
      () =>
        grid(scenario, { name: 'on_chip_fusion' }, { name: 'unit_busy', low: '0.3', high: '1' }, 5),
    ],
    [
      'grid --x on_chip_fusion --y unit_busy --count 5 --output prove_energy',
      () =>
        quantityGrid(
          scenario,
          { output: 'prove_energy' },
          { name: 'on_chip_fusion' },
          { name: 'unit_busy' },
          5,
        ),
    ],
    [
      'optimize --over log2_cycles=20..22',
      () => optimize(scenario, { over: ['log2_cycles=20..22'] }),
    ],
  ])('%s', async (line, run) => {
    expect(plain(await run())).toEqual(await command(line));
  });

  it('compare, but for how it is made again', async () => {
    const found = await compare(scenario, resolveScenario(data, 'prototyping'), { samples: 256 });
    const theirs = (await command('compare default prototyping --samples 256')) as typeof found;
    expect(plain({ ...found, command: '' })).toEqual({ ...theirs, command: '' });
    expect(found.command).toBe(
      'emuprove evaluate default --out a.json && emuprove evaluate prototyping --out b.json && emuprove compare a.json b.json',
    );
  });
});

it('explains a quantity down to its sources', () => {
  const [tree] = explain(scenario, 'criterion.overhead');
  expect(tree?.name).toBe('overhead');
  expect(JSON.stringify(tree)).toContain('datasets/devices.csv');
});

it('sweeps what evaluate gives one by one', () => {
  const { rows, size } = sweep(scenario, { over: ['log2_cycles=20..23'], columns: ['value'] });
  const one = (log2_cycles: number): number | null =>
    evaluate(resolveScenario(data, { set: { log2_cycles } })).verdict.value;
  expect(rows(0, size).map(({ cells }) => cells.at(-1))).toEqual([20, 21, 22, 23].map(one));
  const [record] = sweepRecords(scenario, { over: ['log2_cycles=20..23'], columns: ['value'] });
  expect(record).toMatchObject({ log2_cycles: 20, status: 'pass', value: one(20) });
  expect(Object.keys(record ?? {}).slice(0, 3)).toEqual(['index', 'log2_cycles', 'status']);
});

describe('a compiled scenario', () => {
  it('gives for columns what evaluate gives for each row', () => {
    const model = compileScenario(scenario, ['unit_busy', 'log2_cycles'], ['overhead']);
    const busy = Float64Array.of(0.4, 0.6, 0.9);
    const { outputs, withoutValue } = evaluateColumns(model, { unit_busy: busy });
    const one = (unit_busy: number): number | null =>
      evaluate(resolveScenario(data, { set: { unit_busy } })).verdict.value;
    expect([...(outputs['overhead'] ?? [])]).toEqual([...busy].map(one));
    expect(withoutValue).toBe(0);
  });

  it('is the scenario itself where no column is given', () => {
    const model = compileScenario(scenario, ['unit_busy'], ['overhead']);
    expect(evaluateColumns(model, {}).outputs['overhead']?.[0]).toBe(
      evaluate(scenario).verdict.value,
    );
  });

  it('counts rows without a value', () => {
    const model = compileScenario(scenario, ['unit_busy'], ['overhead']);
    const { outputs, withoutValue } = evaluateColumns(model, {
      unit_busy: Float64Array.of(NaN, 1),
    });
    expect(withoutValue).toBe(1);
    expect([...(outputs['overhead'] ?? [])].map(Number.isFinite)).toEqual([false, true]);
  });

  it('refuses columns that it does not know, or that do not fit', () => {
    const model = compileScenario(scenario, ['unit_busy', 'wrapper'], ['overhead']);
    const one = new Float64Array(1);
    expect(issuesOf(() => evaluateColumns(model, { unit_buzy: one }))).toMatchObject([
      { code: 'unknown-input', suggestion: 'unit_busy' },
    ]);
    const columns = { unit_busy: one, wrapper: new Float64Array(2) };
    expect(issuesOf(() => evaluateColumns(model, columns))).toMatchObject([
      { code: 'row-count', expected: '1', received: '2' },
    ]);
  });
});

describe('refuses', () => {
  it.each([
    ['defautl', 'unknown-scenario'],
    [{ extends: 'defautl' }, 'unknown-scenario'],
    [{ corr: 'serv-tile' }, 'unknown-key'],
    [{ core: 7 }, 'schema'],
    [{ set: { unit_busy: NaN } }, 'schema'],
    [JSON.parse('{"__proto__": {"core": "x"}}'), 'unknown-key'],
  ])('%j: %s', (source, code) => {
    expect(issuesOf(() => resolveScenario(data, source as string))).toMatchObject([{ code }]);
  });

  it('rows that there are not, when it is evaluated', () => {
    expect(() => evaluate(resolveScenario(data, { core: 'serv-tle' }))).toThrow(InputError);
  });
});
