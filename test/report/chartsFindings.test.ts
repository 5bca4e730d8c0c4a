import { describe, expect, it } from 'vitest';
import { loadPublished } from '../../src/backtest/load.ts';
import type { Dossier } from '../../src/dossier/types.ts';
import {
  backtestScatterChart,
  breakEvenChart,
  CHARTS,
  costChart,
  distributionChart,
  gridChart,
  mapChart,
  realTimeChart,
  renderSvg,
  scalingChart,
  sobolChart,
  testsChart,
  tornadoChart,
  type Chart,
} from '../../src/report/index.ts';
import { toyDossier } from './toyDossier.ts';

const PASSING = toyDossier(3761);
const FAILING = toyDossier(11_077);
const FAR_BELOW = toyDossier(12);
const FAR_ABOVE = toyDossier(3.9e7);

type Doubt = NonNullable<Dossier['doubt']>;

function doubtOf({ doubt }: Dossier): Doubt {
  if (doubt === null) throw new Error('no doubt');
  return doubt;
}

function shown(chart: Chart | null): Chart {
  if (chart === null) throw new Error('not drawn');
  return chart;
}

describe('tornado', () => {
  const of = (dossier: Dossier): Chart => shown(tornadoChart(doubtOf(dossier).tornado));

  it('says which input moves it most, and which cross', () => {
    expect(of(PASSING).title).toBe(
      // 0.4 x ln(83.4 / 12.4) is a little more than 1.1 x ln(1.43 / 0.733).
      '“Local memory of a core” moves the overhead most; no input alone takes it over 10,000',
    );
    expect(of(FAILING).title).toMatch(
      /^Each of \d inputs alone can bring the overhead down to 10,000; the strongest is “Local memory/,
    );
    expect(of(FAR_ABOVE).title).toMatch(/no input alone brings it down to 10,000$/);
    // The clock at its low end adds 26 %.
    expect(of(toyDossier(9000)).title).toMatch(/inputs alone can take the overhead over 10,000/);
  });

  it('draws the limit, or says where it is', async () => {
    const near = await renderSvg(of(PASSING));
    expect(near).toContain('>limit 10,000</text>');
    expect(near).toContain('stroke-dasharray="6,4"');
    const far = await renderSvg(of(FAR_BELOW));
    expect(far).toContain('>limit 10,000 ▸</text>');
    expect(far).not.toContain('stroke-dasharray="6,4"');
    expect(await renderSvg(of(FAR_ABOVE))).toContain('>◂ limit 10,000</text>');
  });

  it('tells inputs of the same title apart', async () => {
    const svg = await renderSvg(of(PASSING));
    expect(svg).toContain('>Achievable utilisation (LUTs)</text>');
    expect(svg).toContain('>Achievable utilisation (flip-flops)</text>');
  });

  it('counts what it can not draw', () => {
    const report = doubtOf(PASSING).tornado;
    const rows = report.result.rows.map((row, i) =>
      i === 0 ? { ...row, outputAtLow: NaN } : i === 1 ? { ...row, outputAtHigh: 0 } : row,
    );
    const chart = shown(tornadoChart({ ...report, result: { ...report.result, rows } }));
    expect(chart.description).toContain('2 more have no value at one end, and are not drawn.');
    expect(chart.table.rows[0]?.[3]).toBe(null);
    expect(chart.title).toMatch(/^“Share of clocks a unit does useful work” moves/);
    const none = report.result.rows.map((row) => ({ ...row, outputAtLow: -1 }));
    expect(tornadoChart({ ...report, result: { ...report.result, rows: none } })).toBe(null);
  });
});

describe('sobol', () => {
  it('names what the spread comes from', () => {
    const chart = shown(sobolChart(doubtOf(PASSING).sobol as never));
    expect(chart.title).toMatch(
      /^Three inputs make up \d+ % of the spread of the overhead; the first is “(Uncertainty|Local)/,
    );
    const totals = chart.table.rows.map((row) => Number(row[4]));
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it('draws estimates below 0 where they are', () => {
    const sobol = doubtOf(PASSING).sobol;
    if (sobol === null) throw new Error('no sobol');
    const [first, ...rest] = sobol.result.outputs;
    if (first === undefined) throw new Error('no output');
    const groups = first.groups.map((group, i) =>
      i === 1 ? { ...group, first: { value: -0.2, interval: [-0.3, -0.1] as const } } : group,
    );
    const outputs = [{ ...first, groups }, ...rest];
    const chart = shown(sobolChart({ ...sobol, result: { ...sobol.result, outputs } }));
    expect(JSON.stringify(chart.spec)).toContain('"value":-0.2');
    const [low = 0] = /"domain":\[(-[\d.]+),/.exec(JSON.stringify(chart.spec))?.slice(1) ?? [];
    expect(Number(low)).toBeLessThan(-0.3);
  });

  it('has nothing to say of a verdict that never changes', () => {
    expect(sobolChart(doubtOf(FAR_ABOVE).sobol as never, 'wide', 'verdict')).toBe(null);
  });
});

describe('distribution and tests', () => {
  const of = (dossier: Dossier): Chart => shown(distributionChart(doubtOf(dossier).montecarlo));

  it('says how likely the ratio and the verdict are', () => {
    const { result } = doubtOf(FAILING).montecarlo;
    const chance = (name: string): string => {
      const truth = result.truths.find((one) => one.name === name);
      return `${(100 * (truth?.probability.value ?? NaN)).toFixed(1)} %`;
    };
    expect(of(FAILING).title).toBe(
      `The overhead is within 10,000 with a probability of ${chance('reading_passes[overhead]')}; the whole verdict is a pass with ${chance('passes[overhead]')}`,
    );
    expect(of(FAR_BELOW).title).toMatch(/^The overhead is within 10,000 in every draw; /);
    expect(of(FAR_ABOVE).title).toMatch(/^The overhead is above 10,000 in every draw; .* 0 %$/);
  });

  it('divides the bars at the limit, and loses none', () => {
    const { rows } = of(FAILING).table;
    expect(rows.some(([from]) => from === 10_000)).toBe(true);
    expect(rows.some(([, to]) => to === 10_000)).toBe(true);
    const sum = rows.reduce((total, [, , share]) => total + Number(share), 0);
    expect(sum).toBeGreaterThan(0.995);
    expect(sum).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('draws what is the same in all draws', async () => {
    const report = doubtOf(PASSING).montecarlo;
    const [first, ...rest] = report.result.outputs;
    if (first === undefined) throw new Error('no output');
    const histogram = { logarithmic: true, edges: [500, 500], counts: [2048], below: 0, above: 0 };
    const outputs = [{ ...first, histogram }, ...rest];
    const chart = shown(distributionChart({ ...report, result: { ...report.result, outputs } }));
    expect(await renderSvg(chart)).not.toMatch(/NaN|Infinity/);
    const zero = [{ ...first, histogram: { ...histogram, edges: [0, 0] } }, ...rest];
    expect(distributionChart({ ...report, result: { ...report.result, outputs: zero } })).toBe(
      null,
    );
  });

  it('says which test fails most', () => {
    expect(shown(testsChart(doubtOf(FAR_ABOVE).montecarlo)).title).toBe(
      'Fails in every draw: “Overhead within 10,000”',
    );
    expect(shown(testsChart(doubtOf(FAR_BELOW).montecarlo)).title).toMatch(
      /^The verdict fails most often on “The proof is small enough”: in [\d.]+ % of draws; 2 of 3/,
    );
  });
});

describe('a weak core', () => {
  const noted = <T extends object>(report: T): T => ({ ...report, weakCores: ['weak'] });

  it('is said beside everything that passes against it', () => {
    const { montecarlo, breakeven, grid } = doubtOf(PASSING);
    const condition = /, if a weak core may count$/;
    for (const chart of [
      distributionChart(noted(montecarlo)),
      testsChart(noted(montecarlo)),
      breakEvenChart(noted(breakeven)),
      gridChart(noted(grid ?? ({} as never))),
    ]) {
      expect(shown(chart).title).toMatch(condition);
    }
    // A note of anything else says nothing about the core.
    const other = distributionChart({ ...montecarlo, notes: ['against the fastest cores, too'] });
    expect(shown(other).title).not.toMatch(condition);
    const { evaluation } = PASSING;
    const rival = { ...evaluation.rival, overhead: 13_503 };
    const weak = { ...PASSING, evaluation: { ...evaluation, rival } };
    for (const build of [CHARTS.readings, CHARTS.bounds, CHARTS.scaling]) {
      expect(shown(build(weak)).title).toMatch(condition);
      expect(shown(build(PASSING)).title).not.toMatch(condition);
    }
  });
});

describe('grid', () => {
  const of = (dossier: Dossier): Chart => shown(gridChart(doubtOf(dossier).grid as never));

  it('says how much of the map is within the limit', () => {
    expect(of(FAILING).title).toMatch(
      /^The overhead is within 10,000 on \d+ % of what “Clock.*” and “.*” may be/,
    );
    expect(of(FAILING).title).toMatch(/the whole verdict is a pass on [\d.]+ % of it$/);
    expect(of(FAR_ABOVE).title).toMatch(/^The overhead is above 10,000 whatever .* no line/);
    expect(of(FAR_BELOW).title).toMatch(/^The overhead is within 10,000 whatever .* no line/);
  });

  it('draws the isoline and names the regions', async () => {
    const svg = await renderSvg(of(FAILING));
    for (const text of ['>passes<', '>fails<', '>as it is 11,077<', '>10,000<'])
      expect(svg).toContain(text);
    const lines = JSON.stringify(of(FAILING).spec).match(/"order":\d+/g) ?? [];
    expect(lines.length).toBeGreaterThan(10);
    // Thicker than the diagonals that hatch.
    const thick = /"type":"line"[^}]*"strokeWidth":2/;
    expect(JSON.stringify(of(FAILING).spec)).toMatch(thick);
    expect(JSON.stringify(of(FAR_BELOW).spec)).not.toMatch(thick);
  });

  it('says what fails where the ratio does not, and against which core', async () => {
    const { grid } = doubtOf(FAILING);
    if (grid === null) throw new Error('no grid');
    const key = '>within 10,000, but fails by the size of the proof<';
    expect(await renderSvg(of(FAILING))).toContain(key);
    const alsoFails = [
      { test: 'memory_passes', nodes: 20 },
      { test: 'rival', core: 'serv-tile', nodes: 13 },
    ];
    const chart = shown(gridChart({ ...grid, alsoFails }));
    expect(chart.description).toContain(
      'Hatched is where the ratio meets the limit but the verdict fails for want of memory or against serv-tile.',
    );
  });

  it('thins what has more than forty nodes a side, and tells of those without a value', () => {
    const grid = doubtOf(FAILING).grid;
    if (grid === null) throw new Error('no grid');
    const nodes = Array.from({ length: 101 }, (_, i) => 10 ** (8 + i / 100));
    const side = (one: typeof grid.x): typeof grid.x => ({ ...one, nodes });
    const ratio = nodes.flatMap((_, j) => nodes.map((__, i) => (i === 100 ? null : 50 * (i + j))));
    const passes = ratio.map((one) => (one === null ? null : one <= 10_000));
    const fine = { ...grid, x: side(grid.x), y: side(grid.y), ratio, passes };
    const chart = shown(gridChart(fine));
    expect(chart.table.rows).toHaveLength(101 * 101);
    expect(chart.description).toContain('Grey is where there is no value');
    const rows = new Set(JSON.stringify(chart.spec).match(/"y2":[\d.]+/g));
    expect(rows.size).toBeLessThanOrEqual(40);
    const none = { ...fine, ratio: ratio.map(() => null) };
    expect(gridChart(none)).toBe(null);
  });
});

describe('break-even', () => {
  it('says which input flips the verdict within reason, and which is nearest', () => {
    const chart = shown(breakEvenChart(doubtOf(FAILING).breakeven));
    expect(chart.title).toMatch(
      /^Each of \d inputs alone can make the verdict a pass within what it may be; /,
    );
    // Those that may happen stand first, each kind by its distance.
    const within = chart.table.rows.filter((row) => row[4] === 'yes');
    expect(chart.table.rows.slice(0, within.length)).toEqual(within);
    for (const rows of [within, chart.table.rows.slice(within.length)]) {
      const factors = rows.map((row) => Math.abs(Math.log(Number(row[3]))));
      expect(factors).toEqual([...factors].sort((a, b) => a - b));
    }
    // ratio = 11,077 x factor^-1 for the clock.
    const clock = chart.table.rows.find(([name]) => String(name).startsWith('Clock of large'));
    expect(clock?.[3]).toBeCloseTo(1.1077, 3);
    expect(breakEvenChart(doubtOf(FAR_ABOVE).breakeven)).toBe(null);
  });
});

describe('map', () => {
  it('counts, and names what is not known', () => {
    const { title, description } = shown(mapChart(PASSING));
    expect(title).toMatch(
      /^This prover qualifies on \d+ of 48 combinations of platform and core \(8 more are not known\); /,
    );
    expect(description).toContain('? not known');
    expect(shown(mapChart(FAR_ABOVE)).title).toMatch(/qualifies on none of 48 .* above its limit$/);
  });

  it('puts platforms that come out alike in one row, and says why they fail', async () => {
    const { map } = PASSING;
    // Platforms 4 and 5 now come out as platform 2 does, and the last two fail for reasons of theirs.
    const cells = map.cells.map((cell) => {
      const like = map.cells.find((one) => one.platform === 2 && one.core === cell.core) ?? cell;
      if (cell.platform === 4 || cell.platform === 5) return { ...like, platform: cell.platform };
      const outcome = 'fail' as const;
      if (cell.platform === 12) return { ...cell, outcome, why: 'memory fit; latency' };
      return cell.platform === 13 ? { ...cell, outcome, why: 'a stronger core: of 9' } : cell;
    });
    const chart = shown(mapChart({ ...PASSING, map: { ...map, cells } }));
    const svg = await renderSvg(chart);
    expect(svg).toContain('>platform-2.2xlarge,</text>');
    expect(svg.match(/>platform-5\.2xlarge/g)).toHaveLength(1);
    expect(svg).toContain('>△  fails otherwise: memory fit, latency, a stronger core</text>');
    expect(chart.table.rows).toHaveLength(56);
  });

  it('marks the scenario, and tells designs of one title apart', async () => {
    const svg = await renderSvg(shown(mapChart(PASSING)));
    expect(svg).toContain('framed: this scenario');
    expect(svg).toContain('>✓ 3,761<');
    expect(svg).not.toContain('>VexRiscv<');
  });
});

describe('scaling', () => {
  it('says which sizes pass, and what fails beside them', () => {
    expect(shown(scalingChart(PASSING)).title).toBe(
      'Segments of 2²¹ to 2²⁴ instructions pass; smaller ones fail on overhead, larger ones on memory',
    );
    expect(shown(scalingChart(FAILING)).title).toMatch(
      /^No size of segment passes: at best, with 2²⁴ instructions, overhead is 1\.25 times its limit$/,
    );
    const all = { ...FAR_BELOW, scaling: FAR_BELOW.scaling && { ...FAR_BELOW.scaling } };
    const points = (all.scaling?.points ?? []).slice(0, 5);
    expect(shown(scalingChart({ ...all, scaling: { points, own: 22 } })).title).toBe(
      'Segments of every size from 2¹⁸ to 2²² instructions pass',
    );
  });

  it('leaves out sizes without a value', async () => {
    const points = (PASSING.scaling?.points ?? []).map((point, i) =>
      i === 0 ? { ...point, ratio: null, latency: 0, memoryUse: null } : point,
    );
    const chart = shown(scalingChart({ ...PASSING, scaling: { points, own: 22 } }));
    expect(await renderSvg(chart)).not.toMatch(/NaN|Infinity/);
    expect(scalingChart({ ...PASSING, scaling: null })).toBe(null);
  });
});

describe('real time and cost', () => {
  it('says how many devices, and how late a proof is', () => {
    const { realTime } = PASSING;
    if (realTime === null) throw new Error('no real time');
    expect(shown(realTimeChart(realTime)).title).toBe(
      'Keeping up takes 8 devices (rate of one core), 167 (rate of the reference laptop) and 3,761 (native rate of the device); each proof comes 2.23 s after its segment, within 12 s',
    );
    expect(shown(realTimeChart({ ...realTime, latency: 30 })).title).toMatch(/later than 12 s$/);
    expect(shown(realTimeChart({ ...realTime, latency: null })).title).toMatch(/is not known$/);
    expect(realTimeChart(null)).toBe(null);
  });

  it('says what is not known of cost', async () => {
    const { evaluation } = PASSING;
    const svg = await renderSvg(shown(costChart(evaluation)));
    expect(svg).toContain('not known (needs price');
    expect(svg).toContain('6,399 J, 3,761 times as much');
    const values: Record<string, number> = { prove_cost: 0.03, run_cost: 8e-6 };
    const cost = evaluation.cost.map((one) => ({ ...one, value: values[one.name] ?? one.value }));
    expect(shown(costChart({ ...evaluation, cost })).title).toBe(
      'Proving 10⁹ instructions costs 0.03 USD, 3,750 times what running costs, and takes 6,399 J, 3,761 times what running takes',
    );
    const none = evaluation.cost.map((one) => ({ ...one, value: null }));
    expect(costChart({ ...evaluation, cost: none })).toBe(null);
  });
});

describe('predicted against published', () => {
  it('gives every kind a shape and a colour of its own', () => {
    const kinds = loadPublished('datasets/published').map(({ id }) => id);
    const rows = kinds.map((kind) => ({
      kind,
      id: kind,
      status: 'test',
      published: 1,
      display: { unit: '', scale: 1 },
      prediction: { value: 1.1, low: 1, high: 2, ratio: 1.1, inBand: true },
    }));
    const { spec } = shown(backtestScatterChart({ rows } as never));
    const scales = JSON.stringify(spec).matchAll(
      /"scale":\{"domain":\[[^\]]*\],"range":(\[[^\]]*\])/g,
    );
    const ranges = [...scales].map(([, range]) => JSON.parse(range ?? '') as string[]);
    expect(ranges.length).toBeGreaterThanOrEqual(2);
    for (const range of ranges) expect(new Set(range).size).toBe(kinds.length);
  });
});
