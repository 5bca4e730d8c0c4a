import { describe, expect, it } from 'vitest';
import { breakEvenReport } from '../../src/doubt/breakeven.ts';
import { gridReport } from '../../src/doubt/grid.ts';
import { changed, evaluateAt, prepared } from './support.ts';

/** With so much around a unit the scenario passes against its own core only. */
const set = { wrapper: 1.9 };
const scenario = changed('default', { set });
const study = prepared('default', { set });
const near = study.contenders.near.map(({ design }) => design);

/** Columns of one row each, with some inputs of the study at other values. */
function verdictAt(values: Readonly<Record<string, number>>): boolean {
  const { model, verdict } = study;
  const row = model.inputs.map((name, i) => values[name] ?? model.base[i] ?? NaN);
  const outputs = model.outputs.map(() => new Float64Array(1));
  model.columns(
    row.map((value) => Float64Array.of(value)),
    outputs,
    0,
    1,
  );
  return outputs[model.outputs.indexOf(verdict)]?.[0] === 1;
}

describe('the verdict under doubt', () => {
  it('is that of evaluate, which knows of better cores', () => {
    expect(evaluateAt(scenario, {})).toMatchObject({ passes: false });
    expect(evaluateAt(scenario, {}).ratio).toBeLessThan(study.head.limit);
    expect(verdictAt({})).toBe(false);
    expect(near).toContain('ice-v-dual-soc');
    expect(study.head.notes[0]).toContain('ice-v-dual-soc');
  });

  it('is that of evaluate where shared inputs have other values', () => {
    const shared = study.inputs.filter(
      ({ name, entry, rival }) =>
        rival !== true && !name.startsWith('core_') && entry.origin !== 'dataset',
    );
    const verdicts = [0, 1, 2, 3, 4, 5].map((k) => {
      // Each input moves to one of the ends of a part of its range, by a fixed pattern.
      const values = Object.fromEntries(
        shared.map(({ name, base }, i) => [name, base * (1 + (((i * 7 + k * 5) % 9) - 4) / 60)]),
      );
      const whole = Object.fromEntries(
        Object.entries(values).filter(
          ([name]) => !Number.isInteger(study.model.base[study.model.inputs.indexOf(name)]),
        ),
      );
      return [verdictAt(whole), evaluateAt(scenario, whole).passes];
    });
    for (const [ours, theirs] of verdicts) expect(ours).toBe(theirs);
  });

  it('gives a rival inputs of its own only where they differ', () => {
    const names = study.inputs.map(({ name }) => name);
    expect(names).toContain('core_lut_measured');
    expect(names).toContain('core_lut_measured@ice-v-dual-soc');
    expect(names.filter((name) => name.startsWith('wrapper'))).toEqual(['wrapper']);
    expect(names.filter((name) => name.startsWith('unit_busy'))).toEqual(['unit_busy']);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('studies of the verdict', () => {
  it('find where evaluate flips', () => {
    const { verdict } = breakEvenReport(study);
    const shared = new Set(
      ['unit_busy', 'wrapper', 'words_per_cycle', 'pad_factor'].filter((name) =>
        verdict.rows.some(({ input, status }) => input === name && status === 'crosses'),
      ),
    );
    expect(shared.size).toBeGreaterThan(1);
    for (const { input, crossings } of verdict.rows.filter((row) => shared.has(row.input))) {
      const [nearest] = crossings;
      const at = evaluateAt(scenario, { [input]: nearest?.value ?? NaN }).passes;
      const beyond = evaluateAt(scenario, { [input]: nearest?.beyond ?? NaN }).passes;
      expect([input, at, beyond]).toEqual([input, true, false]);
    }
  });

  it('colour a grid as evaluate would', () => {
    const x = { name: 'wrapper', low: '0.5', high: '2.5' };
    const y = { name: 'unit_busy', low: '0.5', high: '0.9' };
    const report = gridReport(study, { x, y, count: 5 });
    const failing = report.passes.filter((passes, k) => {
      return passes === false && (report.ratio[k] ?? Infinity) <= report.limit;
    });
    expect(failing.length).toBeGreaterThan(0);
    for (const [j, busy] of report.y.nodes.entries()) {
      for (const [i, wrapper] of report.x.nodes.entries()) {
        if ((i + j) % 3 > 0) continue;
        const { passes } = evaluateAt(scenario, { wrapper, unit_busy: busy });
        expect(report.passes[j * report.x.nodes.length + i]).toBe(passes);
      }
    }
  });
});

describe('what has no rival', () => {
  it('is another reading than the overhead', () => {
    const other = prepared('reading-per-core');
    expect(other.contenders.near).toEqual([]);
    expect(other.inputs.filter(({ rival }) => rival === true)).toEqual([]);
    expect(other.head.notes).toEqual([]);
  });
});
