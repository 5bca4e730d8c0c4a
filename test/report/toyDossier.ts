import type { Dossier } from '../../src/dossier/types.ts';
import type { DoubtHead, DoubtInput, GridSide } from '../../src/doubt/types.ts';
import type { EvaluationResult } from '../../src/result/types.ts';
import { breakEven } from '../../src/studies/breakeven/breakEven.ts';
import { quantile } from '../../src/studies/distributions/quantile.ts';
import { grid } from '../../src/studies/grid/grid.ts';
import { isoline } from '../../src/studies/grid/isoline.ts';
import { montecarlo } from '../../src/studies/montecarlo/montecarlo.ts';
import { randomSampler } from '../../src/studies/sampling/random.ts';
import { sobol } from '../../src/studies/sobol/sobol.ts';
import { tornado } from '../../src/studies/tornado/tornado.ts';
import { RESULT } from './fixture.ts';
import { TOY_INPUTS, TOY_OUTPUTS, toyModel } from './toyModel.ts';

const [RATIO, VERDICT, WITHIN, PROOF, LATENCY, LOG] = TOY_OUTPUTS;
const LIMIT = 10_000;

/** A dossier of the toy, by what its ratio is without doubt. */
export function toyDossier(value: number, evaluation: EvaluationResult = RESULT): Dossier {
  return {
    schemaVersion: '1.0',
    kind: 'report',
    tool: RESULT.tool,
    evaluation,
    doubt: doubtOf(value),
    ...sidesOf(value),
    left: [],
  };
}

function doubtOf(value: number): NonNullable<Dossier['doubt']> {
  const model = toyModel(value, LIMIT);
  const base = TOY_INPUTS.map((input) => input.base);
  const inputs = TOY_INPUTS.map(
    ({ name, title, base: own, p05, p95, unit, display }): DoubtInput => ({
      name,
      title,
      base: own,
      p05,
      p95,
      unit,
      display,
      stage: 'assumed',
      basis: 'range',
      distribution: { kind: 'loguniform', low: p05 * 0.98, high: p95 * 1.02 },
    }),
  );
  const titles: Record<string, string> = {
    [VERDICT]: 'Whether the scenario qualifies, by reading [overhead]',
    [WITHIN]: 'Whether each reading passes [overhead]',
    [PROOF]: 'Whether the proof is small enough',
    [LATENCY]: 'Whether it is near real time',
  };
  const head: DoubtHead = {
    schemaVersion: '1.0',
    tool: RESULT.tool,
    scenario: { id: 'toy', title: 'Toy', reading: 'overhead', command: 'emuprove evaluate' },
    value,
    limit: LIMIT,
    notes: [],
    inputs,
    outputs: TOY_OUTPUTS.map((name) => {
      const unit = titles[name] === undefined ? '1' : 'truth';
      return { name, title: titles[name] ?? name, unit, display: { unit: '', scale: 1 } };
    }),
    correlations: [],
  };
  const ranges = inputs.map(({ name, p05: low, p95: high }) => ({ input: name, low, high }));
  const wide = inputs.map(({ name, base: own }) => ({
    input: name,
    low: own / 50,
    high: own * 50,
  }));
  const reach = inputs.map((input) => {
    const { low, high } = input.distribution as { low: number; high: number };
    // Some inputs are in no doubt.
    const doubt = input.name.startsWith('small') ? {} : { plausible: [low, high] as const };
    return { ...input, low: input.base / 50, high: input.base * 50, ...doubt };
  });
  const onVerdict = { output: VERDICT, threshold: 0.5, wanted: 'at least' } as const;
  return {
    montecarlo: {
      kind: 'montecarlo',
      ...head,
      asked: [],
      result: montecarlo(model, inputs, {
        samples: 2048,
        truths: [VERDICT, WITHIN, PROOF, LATENCY],
        logarithmic: [RATIO],
      }),
    },
    tornado: {
      kind: 'tornado',
      ...head,
      result: tornado({ model, base, ranges, output: RATIO, threshold: LIMIT, scale: 'log10' }),
    },
    sobol: {
      kind: 'sobol',
      ...head,
      seed: 0,
      result: sobol({
        model,
        quantiles: inputs.map(({ distribution }) => quantile(distribution)),
        fill: randomSampler(2 * inputs.length, { seed: 0 }).fill,
        samples: 256,
        outputs: [LOG, VERDICT],
        bootstrap: { resamples: 100, fill: randomSampler(4, { seed: 0 }).fill },
      }),
    },
    breakeven: {
      kind: 'breakeven',
      ...head,
      reach,
      zero: [],
      ratio: breakEven({ model, base, ranges: wide, output: RATIO, threshold: LIMIT }),
      verdict: breakEven({ model, base, ranges: wide, ...onVerdict }),
      alternatives: [],
    },
    grid: gridOf(head, value),
  };
}

function gridOf(head: DoubtHead, value: number): NonNullable<Dossier['doubt']>['grid'] {
  const [first, , third] = head.inputs;
  if (first === undefined || third === undefined) return null;
  const axis = ({ name, p05: low, p95: high }: DoubtInput): object => ({ low, high, input: name });
  const options = {
    model: toyModel(value, LIMIT),
    base: TOY_INPUTS.map((input) => input.base),
    x: { ...axis(first), count: 33 } as never,
    y: { ...axis(third), count: 33 } as never,
  };
  const ratio = grid({ ...options, output: RATIO });
  const side = (input: DoubtInput, nodes: Float64Array): GridSide => {
    const { name, title, base, unit, display } = input;
    return { name, title, base, unit, display, spacing: 'log', nodes: [...nodes] };
  };
  // In a band at the top another test fails.
  return {
    kind: 'grid',
    ...head,
    x: side(first, ratio.x),
    y: side(third, ratio.y),
    ratio: [...ratio.values],
    passes: [...ratio.values].map((one, i) => one <= LIMIT && i < 33 * 26),
    isolines: isoline(ratio, LIMIT),
    alsoFails: [{ test: 'proof_passes', nodes: 33 }],
  };
}

/** What is no study of doubt. */
function sidesOf(value: number): Pick<Dossier, 'map' | 'scaling' | 'realTime'> {
  const platforms = Array.from({ length: 14 }, (_, i) => `platform-${i}.2xlarge`);
  const cores = ['vexriscv-full-no-cache', 'vexriscv-smallest', 'serv-tile', 'picorv32'];
  const sizes = Array.from({ length: 9 }, (_, i) => 18 + i);
  const proved = 6.76e10 / value;
  return {
    map: {
      of: 'platform',
      platforms: platforms.map((id) => ({ id, title: id })),
      cores: cores.map((id, i) => ({ id, title: i < 2 ? 'VexRiscv' : id })),
      cells: platforms.flatMap((_, i) =>
        cores.map((__, j) => {
          const ratio = (value * (1 + i)) / (1 + 3 * j);
          const known = i < 12;
          const outcome = !known ? 'undecided' : ratio <= LIMIT && i !== 3 ? 'pass' : 'fail';
          return { platform: i, core: j, ratio: known ? ratio : null, outcome, why: '' };
        }),
      ),
      own: { platform: 0, core: 0 },
      left: 'Every platform of the datasets is here.',
    },
    scaling: {
      own: 22,
      points: sizes.map((log2Cycles) => {
        const ratio = value * (1 + 2 ** (21 - log2Cycles));
        const memoryUse = 2 ** (log2Cycles - 24);
        return {
          log2Cycles,
          cycles: 2 ** log2Cycles,
          ratio,
          outcome: ratio <= LIMIT && memoryUse <= 1 ? 'pass' : 'fail',
          proofBytes: 229_840,
          latency: 2 + 2 ** (log2Cycles - 24),
          verifyTime: 0.00548,
          memoryUse,
        };
      }),
    },
    realTime: {
      points: Array.from({ length: 25 }, (_, i) => {
        const rate = 10 ** (7 + i / 6);
        return { rate, devicesExact: rate / proved, devices: Math.ceil(rate / proved) };
      }),
      marks: [
        ['Rate of one core', 143e6],
        ['Native rate of the device', 6.76e10],
        ['Rate of the reference laptop', 3e9],
      ].map(([title, rate]) => ({
        title: String(title),
        rate: Number(rate),
        devices: Math.ceil(Number(rate) / proved),
      })),
      latency: 2.23,
      latencyLimit: 12,
      segmentTime: 0.23,
    },
  };
}
