import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/issues/issue.ts';
import { buildResult } from '../../src/result/build.ts';
import type { EvaluationResult } from '../../src/result/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { scenarioAt } from '../../src/sweep/axes.ts';
import { prepareSweep, type Sweep } from '../../src/sweep/sweep.ts';
import type { Cell } from '../../src/sweep/types.ts';
import { loadScenario } from '../support/loadScenario.ts';

const { builtin, scenario: base } = loadScenario();

/** Cells of a row by column. */
function cellsOf(sweep: Sweep, cells: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(sweep.columns.map(({ name }, i) => [name, cells[i] ?? null]));
}

/** What `emuprove evaluate` says about a row, as far as a sweep says it too. */
function evaluated(scenario: Scenario, sweep: Sweep): Record<string, Cell> {
  try {
    const { result } = buildResult(builtin, scenario, undefined, false);
    const { verdict, readings, quantities, rival } = result;
    const own = readings.find(({ id }) => id === scenario.reading);
    const known = new Map(quantities.map((figure) => [figure.name, figure]));
    const found: Record<string, Cell> = {
      status: verdict.outcome,
      missing: verdict.outcome === 'undecided' ? verdict.missing.join(' ') : null,
      reason: verdict.outcome === 'fail' ? failing(result) : null,
      value: verdict.value,
      margin: verdict.margin,
      own_core_passes:
        own === undefined || own.outcome === 'undecided' ? null : own.outcome === 'pass',
      rival: rival.best[0]?.design ?? null,
      rival_overhead: rival.overhead,
    };
    for (const { name } of sweep.columns) {
      const figure = known.get(name);
      if (Object.hasOwn(found, name) || figure === undefined) continue;
      found[name] = figure.element ?? figure.value;
    }
    return found;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [issue] = error.issues;
    return {
      status: issue?.code === 'no-core' ? 'infeasible' : 'error',
      reason: issue?.message ?? '',
    };
  }
}

/** What of the criterion fails: the ratio, tests, or the comparison with a rival only. */
function failing({ verdict, readings, tests, rival }: EvaluationResult): string {
  const own = readings.find(({ id }) => id === verdict.reading);
  const parts = [
    ...(own?.ratioOutcome === 'fail' ? ['ratio'] : []),
    ...tests.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id),
  ];
  const design = rival.best[0]?.design ?? '';
  return own?.outcome === 'pass'
    ? `rival: against ${design} the overhead is ${rival.overhead ?? 0}`
    : parts.join(' ');
}

const AXES = [
  'device=*',
  'platform=*',
  'core=*',
  'core=serv-tile*,picorv32*,vexriscv*--*',
  'prover=*',
  'aggregation=*',
  'reading=*',
  'unit.gf128_mul=*',
  'unit.sha256_block=*',
  'log2_cycles=16..28:3',
  'fill.lut=0.02,0.3..0.9:0.2',
  'fill=0.1,0.7',
  'prover_clock=100 MHz..800 MHz:x2',
  'memory_bandwidth=0,10 GB/s,460 GB/s',
  'ddr_bandwidth=0,77 GB/s',
  'host_bandwidth=16 GB/s',
  'core_ipc=0,0.5',
  'tile_memory_size=4..128:x8',
];

describe('the rows of a sweep', () => {
  it('are what evaluate says of each of them, to the last bit', () => {
    const subset = fc
      .shuffledSubarray(AXES, { minLength: 1, maxLength: 5 })
      .filter((axes) => !(axes.includes('device=*') && axes.includes('platform=*')))
      .filter((axes) => axes.filter((axis) => axis.startsWith('core=')).length < 2)
      .filter((axes) => axes.filter((axis) => axis.startsWith('fill')).length < 2);
    fc.assert(
      fc.property(
        subset,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (over, share) => {
          const columns = [
            'value',
            'margin',
            'own_core_passes',
            'rival',
            'rival_overhead',
            'cores',
            'native_bound',
            'native_rate',
            'prove_bound',
            'proved_rate',
            'proof_passes',
            'memory_passes',
            'latency_passes',
            'latency',
            'cost_overhead',
            'target_cost',
            'usable',
            'tile',
          ];
          const sweep = prepareSweep(builtin, base, { over, columns });
          const index = Math.floor(share * sweep.size);
          // Among others, as their missing inputs must not matter.
          const from = Math.max(0, index - 20);
          const rows = sweep.rows(from, Math.min(sweep.size, index + 20));
          const row = rows[index - from];
          const expected = evaluated(scenarioAt(base, sweep.axes, index), sweep);
          const cells = cellsOf(sweep, row?.cells ?? []);
          for (const name of [
            'status',
            'missing',
            'reason',
            ...columns,
            'usable[lut]',
            'tile[bram]',
          ]) {
            if (name === 'usable' || name === 'tile') continue;
            expect([over, index, name, cells[name]]).toEqual([
              over,
              index,
              name,
              expected[name] ?? null,
            ]);
          }
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 15), endOnFailure: true },
    );
  }, 3_000_000);
});
