import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/issues/issue.ts';
import type { Evaluation } from '../../src/model/evaluate.ts';
import type { OptimizeRequest } from '../../src/optimize/request.ts';
import type { OptimizeResult } from '../../src/optimize/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { evaluated, fits, product, scenarioOf, searchOver, withSettings } from './support.ts';

/** Every point of a product evaluated by itself, with the scenario's own units. */
function bruteForce(
  base: Scenario,
  axes: Readonly<Record<string, readonly (string | number)[]>>,
): { labels: Record<string, string>; evaluation: Evaluation | undefined }[] {
  const names = Object.keys(axes);
  return [...product(Object.values(axes))].map((values) => {
    const labels = Object.fromEntries(names.map((name, i) => [name, String(values[i])]));
    const { platform, core, ...set } = labels;
    const placed = {
      ...base,
      ...(platform === undefined ? {} : { platform }),
      ...(core === undefined ? {} : { core }),
    };
    return { labels, evaluation: evaluated(withSettings(placed, set)) };
  });
}

/** The least value among points that meet the tests of the criterion. */
function leastOf(
  points: ReturnType<typeof bruteForce>,
  name: string,
  also: (evaluation: Evaluation) => boolean = () => true,
): { labels: Record<string, string>; value: number } | undefined {
  let best: { labels: Record<string, string>; value: number } | undefined;
  for (const { labels, evaluation } of points) {
    const value = evaluation?.number(name);
    if (evaluation === undefined || value === undefined) continue;
    if (!fits(evaluation) || !also(evaluation)) continue;
    if (best === undefined || value < best.value) best = { labels, value };
  }
  return best;
}

const fixedUnits: OptimizeRequest = { mix: false };

describe('optimize, without choosing units', () => {
  it('finds what evaluating every point by itself finds, and counts likewise', async () => {
    const axes = { log2_cycles: [18, 22, 24], log_inv_rate: [1, 2, 3] };
    const scenario = scenarioOf('default');
    const points = bruteForce(scenario, axes);
    const result = await searchOver(scenario, {
      ...fixedUnits,
      over: ['log2_cycles=18,22,24', 'log_inv_rate=1..3'],
      subjectTo: ['latency<=3 s'],
    });
    const best = leastOf(points, 'overhead', (point) => (point.number('latency') ?? NaN) <= 3);
    expect(result.best?.objective).toBe(best?.value);
    expect(result.best?.labels).toEqual(best?.labels);
    const known = points.flatMap(({ evaluation }) => evaluation ?? []);
    const slow = known.filter((point) => (point.number('latency') ?? NaN) > 3);
    const large = known.filter((point) => (point.number('memory_use') ?? NaN) > 1);
    const count = (id: string) => result.constraints.find((entry) => entry.id === id)?.violated;
    expect(count('latency<=3 s')).toBe(slow.length);
    expect(count('memory_fit')).toBe(large.length);
    expect(result.counts.points).toBe(9);
    expect(result.counts.infeasible).toBe(new Set([...slow, ...large]).size);
    expect(result.counts.feasible + result.counts.infeasible).toBe(9);
    expect(result.complete).toBe(true);
  });

  it('goes through platforms and cores, and says what it does not know', async () => {
    const platform = [
      'alveo-u55c',
      'aws-f2.6xlarge',
      'alveo-u200',
      'alinx-axvu13p',
      'arty-a7-100t',
    ];
    const core = ['vexriscv-full-no-cache', 'serv-tile'];
    const scenario = scenarioOf('default');
    const points = bruteForce(scenario, { platform, core, log2_cycles: [17, 22] });
    const result = await searchOver(scenario, {
      ...fixedUnits,
      over: [`platform=${platform.join()}`, `core=${core.join()}`, 'log2_cycles=17,22'],
      aim: { name: 'prove_cost', direction: 'minimize' },
    });
    const best = leastOf(points, 'prove_cost');
    expect(result.best?.objective).toBe(best?.value);
    expect(result.best?.labels).toEqual(best?.labels);
    const { feasible, infeasible, unknown, invalid } = result.counts;
    expect(feasible + infeasible + unknown + invalid).toBe(points.length);
    expect(invalid).toBe(points.filter(({ evaluation }) => evaluation === undefined).length);
    // No price of an Alveo U55C is in the tables.
    const priceless = result.unknown.find(({ what }) => what === 'objective');
    expect(priceless?.needs).toEqual(['price']);
    expect(result.warnings.map(({ code }) => code)).toContain('objective-unknown');
  });

  it('maximises too', async () => {
    const scenario = scenarioOf('default');
    const points = bruteForce(scenario, { log2_cycles: [20, 22, 23] });
    const result = await searchOver(scenario, {
      ...fixedUnits,
      over: ['log2_cycles=20,22,23'],
      aim: { name: 'proved_rate', direction: 'maximize' },
    });
    const rates = points.map(({ evaluation }) => evaluation?.number('proved_rate') ?? NaN);
    expect(result.best?.objective).toBe(Math.max(...rates));
  });

  it('searches a derived quantity within bounds, such as a clock', async () => {
    const scenario = scenarioOf('default');
    const result = await searchOver(scenario, {
      ...fixedUnits,
      over: ['prover_clock=200 MHz..400 MHz:50 MHz'],
    });
    const alone = evaluated(withSettings(scenario, { prover_clock: '400 MHz' }));
    expect(result.best?.objective).toBe(alone?.number('overhead'));
    expect(result.edges).toMatchObject([{ axis: 'prover_clock', edge: 'greatest' }]);
  });

  it('has a front that no other point dominates', async () => {
    const axes = { log2_cycles: [20, 21, 22, 23], log_inv_rate: [1, 2] };
    const scenario = scenarioOf('default');
    const points = bruteForce(scenario, axes).filter(
      ({ evaluation }) => evaluation !== undefined && fits(evaluation),
    );
    const { pareto } = await searchOver(scenario, {
      ...fixedUnits,
      over: ['log2_cycles=20..23', 'log_inv_rate=1,2'],
      pareto: [
        { name: 'overhead', direction: 'minimize' },
        { name: 'latency', direction: 'minimize' },
      ],
    });
    const values = points.map(({ evaluation }) => [
      evaluation?.number('overhead') ?? NaN,
      evaluation?.number('latency') ?? NaN,
    ]);
    const front = values.filter(
      ([a = NaN, b = NaN]) =>
        !values.some(([x = NaN, y = NaN]) => x <= a && y <= b && (x < a || y < b)),
    );
    expect(pareto?.points.map((point) => point.values)).toEqual(
      front.sort(([a = 0], [b = 0]) => a - b),
    );
    expect(pareto?.points.length).toBeGreaterThan(2);
  });

  it('says which condition costs how much', async () => {
    const scenario = scenarioOf('default');
    const result = await searchOver(scenario, {
      ...fixedUnits,
      over: ['log2_cycles=18..24'],
      subjectTo: ['latency<=2.1 s'],
    });
    const points = bruteForce(scenario, { log2_cycles: [18, 19, 20, 21, 22, 23, 24] });
    const late = points.filter(
      ({ evaluation }) =>
        evaluation !== undefined && fits(evaluation) && (evaluation.number('latency') ?? NaN) > 2.1,
    );
    const gains = late.filter(
      ({ evaluation }) => (evaluation?.number('overhead') ?? NaN) < (result.best?.objective ?? 0),
    );
    expect(gains.length).toBeGreaterThan(1);
    const relaxed = result.constraints.find(({ id }) => id === 'latency<=2.1 s')?.relaxed;
    const latencies = gains.map(({ evaluation }) => evaluation?.number('latency') ?? NaN);
    const overheads = gains.map(({ evaluation }) => evaluation?.number('overhead') ?? NaN);
    expect(relaxed?.least.bound).toBe(Math.min(...latencies));
    expect(relaxed?.best.objective).toBe(Math.min(...overheads));
    expect(result.constraints.find(({ id }) => id === 'verifier_time')?.relaxed).toBeNull();
  });

  it('drops a test of the criterion when told to', async () => {
    const over = ['log2_cycles=22..25'];
    const scenario = scenarioOf('default');
    const held = await searchOver(scenario, { ...fixedUnits, over });
    const free = await searchOver(scenario, { ...fixedUnits, over, without: ['memory_fit'] });
    expect(held.best?.labels).toEqual({ log2_cycles: '23' });
    expect(free.best?.labels).toEqual({ log2_cycles: '25' });
    expect(free.constraints.map(({ id }) => id)).not.toContain('memory_fit');
  });

  it('changes no more than it has to', async () => {
    // Neither the rate of the last proof nor the electricity price moves the overhead.
    const result = await searchOver(scenarioOf('default'), {
      ...fixedUnits,
      over: ['recursion_log_inv_rate=2..4', 'pue=1.1,1.3', 'log2_cycles=22,23'],
    });
    expect(result.changes.map(({ name }) => name)).toEqual(['pue', 'log2_cycles']);
    expect(result.best?.labels['recursion_log_inv_rate']).toBe('3');
    expect(result.edges.map(({ axis }) => axis)).toEqual(['log2_cycles']);
  });

  it('has no best design where none meets the conditions', async () => {
    const result = await searchOver(scenarioOf('default'), {
      ...fixedUnits,
      over: ['log2_cycles=20..22'],
      subjectTo: ['overhead<=1'],
    });
    expect(result).toMatchObject({ best: null, factor: null, integer: null, mix: [], changes: [] });
    expect(result.own?.violates).toEqual(['overhead<=1']);
    expect(result.constraints.at(-1)?.relaxed?.least.bound).toBeGreaterThan(1);
  });

  it('keeps the best so far when it is interrupted', async () => {
    const result = await searchOver(
      scenarioOf('default'),
      { ...fixedUnits, over: ['log2_cycles=18..24', 'unit_busy=0.4..0.95:0.001'] },
      (done) => done < 1000,
    );
    expect(result.complete).toBe(false);
    expect(result.counts.evaluated).toBeLessThan(result.counts.points);
    expect(result.best?.objective).toBeGreaterThan(0);
  });

  it('gives the same result twice', async () => {
    const request = { over: ['log2_cycles=20..23', 'log_inv_rate=1,2'] };
    const scenario = scenarioOf('default');
    const first = await searchOver(scenario, request);
    expect(await searchOver(scenario, request)).toEqual(first);
  });
});

describe('what a search goes through by itself', () => {
  const names = ({ axes }: OptimizeResult) => axes.map(({ name }) => name);

  it('is what the model leaves to the designer', async () => {
    const result = await searchOver(scenarioOf('default'), { mix: false });
    expect(names(result)).toEqual(
      expect.arrayContaining(['log2_cycles', 'log_inv_rate', 'recursion_arity']),
    );
    expect(result.left.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['security_bits', 'grinding_bits']),
    );
    expect(result.axes.find(({ name }) => name === 'log2_cycles')?.labels).toEqual([
      '20',
      '21',
      '22',
      '23',
      '24',
    ]);
  });

  it('goes as far as the scenario itself', async () => {
    const result = await searchOver(scenarioOf('small-board'), { mix: false });
    expect(result.axes.find(({ name }) => name === 'log2_cycles')?.labels[0]).toBe('17');
    expect(result.own?.labels['log2_cycles']).toBe('17');
  });

  it('leaves out what nothing wanted depends on', async () => {
    const result = await searchOver(scenarioOf('default', { aggregation: 'none' }), {
      mix: false,
      without: ['proof_size', 'verifier_time'],
    });
    expect(names(result)).not.toContain('recursion_arity');
    expect(names(result)).not.toContain('recursion_log_inv_rate');
  });
});

describe('what makes no sense', () => {
  it.each<[string, OptimizeRequest, RegExp]>([
    ['an unknown objective', { aim: { name: 'overhed', direction: 'minimize' } }, /overhed/],
    ['a truth', { aim: { name: 'proof_passes', direction: 'minimize' } }, /no amount/],
    ['what numbers elements', { aim: { name: 'prove_bound', direction: 'minimize' } }, /no amount/],
    ['several numbers', { aim: { name: 'fill', direction: 'minimize' } }, /5 numbers/],
    ['an unknown test', { without: ['latencies'] }, /no test/],
    ['no condition', { subjectTo: ['latency 3'] }, /not a condition/],
    ['another unit', { subjectTo: ['latency<=3 MHz'] }, /another unit/],
    ['an unknown axis', { over: ['log2_cycle=1..3'] }, /log2_cycle/],
    ['an axis twice', { over: ['fill=0.5,0.6', 'fill.lut=0.5'] }, /the same/],
    [
      'too many points',
      { over: ['unit_busy=0.1..0.9:0.0001', 'wrapper=0.1..0.9:0.0001'] },
      /64,016,001 points: unit_busy 8001 x wrapper 8001/,
    ],
  ])('%s is refused', async (_, request, message) => {
    const search = searchOver(scenarioOf('default'), request);
    await expect(search).rejects.toThrow(InputError);
    await expect(search).rejects.toThrow(message);
  });
});
