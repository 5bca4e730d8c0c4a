import { describe, expect, it } from 'vitest';
import { quantityBreakEvenReport } from '../../src/doubt/breakeven.ts';
import { quantityGridReport } from '../../src/doubt/grid.ts';
import { subjectAsked } from '../../src/doubt/subject.ts';
import { sampledTornadoReport, tornadoReport } from '../../src/doubt/tornado.ts';
import { breakEvenChart } from '../../src/report/charts/breakeven.ts';
import { gridChart } from '../../src/report/charts/grid.ts';
import { tornadoChart } from '../../src/report/charts/tornado.ts';
import { doubtBlocks } from '../../src/report/table/doubtBlocks.ts';
import { doubtCsv } from '../../src/report/table/doubtCsv.ts';
import { changed, evaluationAt, issuesOf, prepared } from './support.ts';

const text = (report: Parameters<typeof doubtBlocks>[0]): string =>
  JSON.stringify(doubtBlocks(report));

const energy = prepared('default', { about: { output: 'prove_energy' } });

describe('what a study is asked to be about', () => {
  it.each([
    ['prove_enrgy', 'there is no quantity prove_enrgy'],
    ['need', 'need stands for 5 quantities: this study is of one'],
    ['prove_bound', 'prove_bound names one of limit, which is no number'],
    ['memory_passes', 'memory_passes is true or false'],
    ['log10(latency)', 'this study is of a quantity and not of its logarithm'],
    // The board of the default scenario has no price.
    ['prove_cost', 'prove_cost needs price, which has no value'],
  ])('is refused: %s', (output, message) => {
    const issues = issuesOf(() => prepared('default', { about: { output } }));
    expect(issues).toMatchObject([{ message }]);
  });

  it('has the nearest name of what there is not', () => {
    const issues = issuesOf(() => prepared('default', { about: { output: 'prove_enrgy' } }));
    expect(issues).toMatchObject([{ suggestion: 'prove_energy' }]);
  });

  it('has its limit in its own unit, or in another one of its dimension', () => {
    const limit = (text: string) =>
      prepared('default', { about: { output: 'prove_energy', limit: text } }).subject?.limit;
    expect([limit('7200'), limit('7.2e3 J'), limit('0.002 kWh')]).toEqual([7200, 7200, 7200]);
    expect(issuesOf(() => limit('5 s'))).toMatchObject([{ code: 'dimension-mismatch' }]);
    expect(issuesOf(() => limit('low'))).toMatchObject([{ code: 'not-a-number' }]);
  });

  it('is nothing where nothing is said, and no limit by itself', () => {
    expect(subjectAsked({})).toBeUndefined();
    expect(issuesOf(() => subjectAsked({ limit: '1 USD' }))).toMatchObject([{ code: 'usage' }]);
  });

  it('leaves out what is said of the verdict, and inputs of its own only', () => {
    expect(energy.head.notes).toEqual([]);
    expect(energy.head.outputs.map(({ name, unit }) => [name, unit])).toEqual([
      ['prove_energy', 'J'],
    ]);
    const names = energy.inputs.map(({ name }) => name);
    expect(names).toContain('board_power');
    // The latency of aggregation is a test of the verdict only.
    expect(names).not.toContain('aggregation_fixed_latency');
  });
});

describe('the tornado of a quantity', () => {
  const report = tornadoReport(energy);
  const [first] = report.result.rows;

  it('is of that quantity, and has no limit', () => {
    expect(report.of).toMatchObject({ name: 'prove_energy', unit: 'J' });
    expect(report.result.outputAtBase).toBe(report.of?.value);
    expect(report.result).not.toHaveProperty('threshold');
  });

  it('has the energy grow as the power of the board does', () => {
    // models/cost.yaml: prove_power is board_power where it is known, and energy is in proportion.
    expect(first?.input).toBe('board_power');
    const share = (first?.outputAtHigh ?? NaN) / report.result.outputAtBase;
    expect(share).toBeCloseTo((first?.high ?? NaN) / (first?.base ?? NaN), 12);
  });

  it('is told in its unit, without a word of the ratio', () => {
    const told = text(report);
    expect(told).toContain('Power of a board moves the energy of proving 10^9 instructions most');
    expect(told).toMatch(/4,\d{3} J at its low end, 9,\d{3} J at its high end/);
    expect(told).not.toMatch(/\bratio\b|10,000|crosses/);
    const [head, row] = doubtCsv(report).split('\r\n');
    expect(head).toBe('output,unit,input,low,high,base,outputAtLow,outputAtHigh,swing');
    expect(row).toMatch(/^prove_energy,J,board_power,/);
  });

  it('is drawn on an axis in its unit, without the line of the criterion', () => {
    const chart = tornadoChart(report);
    expect(chart?.title).toMatch(
      /^“Power of a board” moves the energy of proving 10\^9 instructions most, between 4,\d{3} J and 9,\d{3} J$/,
    );
    const spec = JSON.stringify(chart?.spec);
    expect(spec).toContain('Energy of proving 10^9 instructions (J, logarithmic)');
    expect(spec).not.toContain('limit');
    expect(chart?.table?.columns.map(({ title, unit }) => [title, unit])).toContainEqual([
      'Energy of proving 10^9 instructions at the low end',
      'J',
    ]);
    expect(JSON.stringify(chart)).not.toMatch(/\bratio\b|overhead/i);
  });

  it('is drawn in the unit that people read, and has base units in its table', () => {
    const area = tornadoReport(prepared('default', { about: { output: 'target_power' } }));
    const { value = NaN, display } = area.of ?? {};
    expect(display).toEqual({ unit: 'kW', scale: 1000 });
    const chart = tornadoChart(area);
    const drawn = JSON.stringify(chart?.spec);
    expect(drawn).toContain(`"from":${value / 1000},`);
    expect(chart?.table?.rows[0]).toContain(area.result.rows[0]?.outputAtLow);
  });

  it('has differences for swings where the quantity may be negative, and no logarithmic chart', () => {
    const margin = tornadoReport(
      prepared('prototyping', { about: { output: 'reading_margin.overhead' } }),
    );
    const { scale, rows } = margin.result;
    expect(scale).toBe('linear');
    for (const { swing, outputAtLow, outputAtHigh } of rows) {
      expect(swing).toBeGreaterThanOrEqual(Math.abs(outputAtHigh - outputAtLow));
    }
    expect(tornadoChart(margin)).toBeNull();
  });

  it('is the same while the other inputs are drawn, by medians', () => {
    const sampled = sampledTornadoReport(energy, { samples: 64, seed: 0 });
    expect(sampled.result.rows[0]?.input).toBe('board_power');
    expect([sampled.of?.name, sampled.scale]).toEqual(['prove_energy', 'log10']);
    const told = text(sampled);
    expect(told).toContain('its median is');
    expect(told).not.toMatch(/\bratio\b|P at/);
  });
});

describe('the break-even of a quantity', () => {
  const about = { output: 'prove_cost', limit: '0.02 USD' };
  const study = prepared('cloud-f2', { about });
  const report = quantityBreakEvenReport(study, ['unit_busy', 'wrapper']);
  const rowOf = (name: string) => report.result.rows.find(({ input }) => input === name);
  const costAt = (values: Readonly<Record<string, number>>): number =>
    evaluationAt(changed('cloud-f2', {}), values).number('prove_cost') ?? NaN;

  it('needs a limit', () => {
    const without = prepared('cloud-f2', { about: { output: 'prove_cost' } });
    expect(issuesOf(() => quantityBreakEvenReport(without))).toMatchObject([
      { message: 'the break-even of prove_cost needs a limit: what it shall be at most' },
    ]);
  });

  it('has the cost go with the rent of the platform', () => {
    // models/cost.yaml: hourly_rate / proved_rate, and the rent is all of the hourly rate.
    const [crossing] = rowOf('cloud_rate')?.crossings ?? [];
    expect(crossing?.factor).toBeCloseTo(0.02 / report.of.value, 9);
    expect(report.result.holdsAtBase).toBe(false);
  });

  it('gives values that keep the limit when they are set, alone and together', () => {
    const found = report.result.rows.filter(({ status }) => status === 'crosses');
    expect(found.length).toBeGreaterThan(5);
    for (const { input, crossings } of found) {
      const { value, beyond } = crossings[0]?.shown ?? { value: NaN, beyond: NaN };
      expect([input, costAt({ [input]: value }) <= 0.02]).toEqual([input, true]);
      expect([input, costAt({ [input]: beyond }) <= 0.02]).toEqual([input, false]);
    }
    const joint = report.together?.inputs.map(({ input, shown }) => [input, shown]) ?? [];
    expect(joint.length).toBe(2);
    expect(costAt(Object.fromEntries(joint) as Record<string, number>)).toBeLessThanOrEqual(0.02);
  });

  it('says what the alternatives of a choice would cost', () => {
    const choices = { platform: { 'aws-f2.6xlarge': 1, 'aws-f2.12xlarge': 1 } };
    const chosen = quantityBreakEvenReport(prepared('cloud-f2', { choices, about }));
    for (const { label, value, meets } of chosen.alternatives) {
      const alone = changed('cloud-f2', { choices: { platform: { [label]: 1 } } });
      expect(value).toBeCloseTo(evaluationAt(alone, {}).number('prove_cost') ?? NaN, 12);
      expect(meets).toBe(value <= 0.02);
    }
    expect(chosen.alternatives).toHaveLength(2);
  });

  it('is told and drawn in its unit, without a word of the ratio or the verdict', () => {
    const told = text(report);
    expect(told).toContain(
      'bring the cost of proving 10^9 instructions (0.0299 USD, above it) to the limit of 0.02 USD',
    );
    const chart = breakEvenChart(report);
    expect(chart?.title).toBe(
      'One input alone brings the cost of proving 10^9 instructions down to 0.02 USD within what it may be: “Hourly rate of the platform” (× 0.668)',
    );
    expect(`${told}${JSON.stringify(chart)}`).not.toMatch(/\bratio\b|10,000|verdict/);
    expect(doubtCsv(report).split('\r\n')[1]).toMatch(/^prove_cost,USD,0\.02,quantity,/);
  });
});

describe('the grid of a quantity', () => {
  const x = { name: 'cloud_rate' };
  const y = { name: 'unit_busy' };
  const gridOf = (limit?: string) => {
    const about = { output: 'prove_cost', ...(limit === undefined ? {} : { limit }) };
    return quantityGridReport(prepared('cloud-f2', { about }), { x, y, count: 5 });
  };
  const report = gridOf('0.02 USD');

  it('has at its nodes what evaluate says of them', () => {
    for (const [i, j] of [
      [0, 0],
      [4, 1],
      [2, 4],
    ] as const) {
      const at = { cloud_rate: report.x.nodes[i] ?? NaN, unit_busy: report.y.nodes[j] ?? NaN };
      const cost = evaluationAt(changed('cloud-f2', {}), at).number('prove_cost') ?? NaN;
      expect(report.values[j * 5 + i]).toBeCloseTo(cost, 12);
    }
  });

  it('has its line where the cost is at the limit', () => {
    const [line] = report.isolines;
    expect(line?.points.length).toBeGreaterThan(1);
    for (const [cloud_rate, unit_busy] of line?.points ?? []) {
      const at = evaluationAt(changed('cloud-f2', {}), { cloud_rate, unit_busy });
      // Interpolated over a quarter of the range.
      expect((at.number('prove_cost') ?? NaN) / 0.02).toBeCloseTo(1, 1);
    }
  });

  it('is told and drawn in its unit, without a word of the ratio or the verdict', () => {
    const told = text(report);
    expect(told).toMatch(
      /The cost of proving 10\^9 instructions meets its limit of 0.02 USD on \d+ %/,
    );
    const chart = gridChart(report);
    expect(chart?.title).toMatch(/instructions is within 0.02 USD on \d+ % of what “Hourly rate/);
    expect(JSON.stringify(chart?.spec)).toContain('Cost of proving 10^9 instructions (USD)');
    expect(`${told}${JSON.stringify(chart)}`).not.toMatch(/\bratio\b|10,000|verdict/i);
    expect(doubtCsv(report).split('\r\n')[0]).toBe('output,unit,limit,cloud_rate,unit_busy,value');
  });

  it('has neither a line nor sides without a limit', () => {
    const plain = gridOf();
    expect(plain.isolines).toEqual([]);
    expect(text(plain)).toMatch(/is between 0\.0\d+ USD and 0\.\d+ USD on the grid/);
    const chart = gridChart(plain);
    expect(chart?.title).toMatch(/^The cost of proving 10\^9 instructions is between .* USD and/);
    expect(JSON.stringify(chart)).not.toMatch(/limit\b(?!")/);
  });
});
