import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { montecarloReport } from '../../../src/doubt/montecarlo.ts';
import { prepare, type Prepared } from '../../../src/doubt/prepare.ts';
import { tornadoReport } from '../../../src/doubt/tornado.ts';
import { DRAWS } from '../../../src/report/live/engine/draws.ts';
import { LiveEngine } from '../../../src/report/live/engine/engine.ts';
import { scenarioOf } from '../../../src/report/live/engine/scenarioOf.ts';
import {
  UNCHANGED,
  withPick,
  withSetting,
  type LiveState,
} from '../../../src/report/live/engine/state.ts';
import type { LiveView } from '../../../src/report/live/engine/view.ts';
import { buildResult } from '../../../src/result/build.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { builtin, loadScenario } from '../../support/loadScenario.ts';

const { scenario: base } = loadScenario('default');
const engineOf = (scenario: Scenario): LiveEngine => new LiveEngine(builtin(), scenario, base);

/** Everything that is known of a state in the end. */
function settled(engine: LiveEngine, state: LiveState): LiveView {
  let last: LiveView | undefined;
  for (const view of engine.settle(state)) last = view ?? last;
  if (last === undefined) throw new Error('nothing was said');
  return last;
}

function stateOf(picks: LiveState['picks'], set: Readonly<Record<string, string>> = {}): LiveState {
  return { picks, set: new Map(Object.entries(set)) };
}

/** The study of the command line, of as many draws as the page has. */
function prepared(scenario: Scenario): Prepared {
  return prepare(builtin(), scenario, base, false, { study: 'montecarlo' });
}

const STATES: [string, LiveState][] = [
  ['nothing changed', UNCHANGED],
  ['a core', stateOf({ core: 'serv-tile' })],
  ['a platform', stateOf({ platform: 'alveo-u250' })],
  ['a bare device', stateOf({ device: 'xcvu13p' }, { memory_bandwidth: '400 GB/s' })],
  ['a prover and a reading', stateOf({ prover: 'binius64-rv-universal', reading: 'per_core' })],
  ['no aggregation', stateOf({ aggregation: 'none' })],
  ['values', stateOf({}, { unit_busy: '0.5', reference_clock: '350 MHz', chips: '20' })],
  ['a distribution', stateOf({}, { unit_busy: 'uniform(0.3, 0.9)', 'fill[lut]': '60 %' })],
  ['a weak core that passes alone', stateOf({ core: 'serv-tile' }, { unit_busy: '0.2' })],
];

describe('the engine of the page', () => {
  // One engine for all, as in a page: what it keeps from one state must not show in another.
  const shared = engineOf(base);

  it.each(STATES)('says what the command line says of %s', async (_, state) => {
    const view = settled(shared, state);
    const scenario = scenarioOf(base, state);
    const { result } = buildResult(builtin(), scenario, base, false);
    expect(view.errors).toEqual([]);
    expect(view.command).toBe(result.scenario.command);
    expect(view.warnings).toEqual(result.warnings);
    expect(view.verdict).toMatchObject({
      outcome: result.verdict.outcome,
      sentence: result.verdict.sentence,
      value: result.verdict.value,
      limit: result.verdict.limit,
      missing: result.verdict.missing,
      tests: result.tests,
    });
    const figures = [...result.native, ...result.proving];
    for (const figure of [...(view.verdict?.native ?? []), ...(view.verdict?.proving ?? [])]) {
      expect(figures).toContainEqual(figure);
    }
    if (result.verdict.outcome === 'undecided') {
      expect(view.spread).toBeNull();
      return;
    }
    const report = await montecarloReport(prepared(scenario), { samples: DRAWS, seed: 0 });
    const [ratio] = report.result.outputs;
    expect(view.spread?.ratios).toHaveLength(ratio?.rows ?? NaN);
    expect(view.spread?.ratios.at(0)).toBe(ratio?.min);
    expect(view.spread?.ratios.at(-1)).toBe(ratio?.max);
    const [passes, ...truths] = report.result.truths;
    expect(view.spread?.probability).toBe(passes?.probability.value);
    expect([...(view.spread?.truths ?? [])]).toEqual(
      truths.map(({ name, probability }) => [name, probability.value]),
    );
  });

  it('moves inputs to where it settles from the start, to the last bit', () => {
    const engine = engineOf(base);
    const { rows = [] } = settled(engine, UNCHANGED);
    const sliders = rows.filter(({ slider }) => slider !== undefined);
    expect(sliders.length).toBeGreaterThan(4);
    const moves = fc.array(
      fc.tuple(fc.nat(sliders.length - 1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(moves, (chosen) => {
        const state = chosen.reduce<LiveState>((so, [k, share]) => {
          const { key, slider, display } = sliders[k] ?? {};
          if (key === undefined || slider === undefined || display === undefined) return so;
          const value = slider.low + share * (slider.high - slider.low);
          return withSetting(so, key, String(value / display.scale));
        }, UNCHANGED);
        const moved = engine.move(state);
        if (moved === undefined) throw new Error('these can be moved');
        const fresh = settled(shared, state);
        expect(moved.errors).toEqual(fresh.errors);
        expect(moved.verdict).toEqual(fresh.verdict);
        expect(moved.command).toBe(fresh.command);
        // Where other cores become the fastest, the spread has to be settled.
        if (moved.spread !== undefined) {
          expect(moved.spread).toEqual(fresh.spread);
          expect(moved.studyCommand).toBe(fresh.studyCommand);
        }
        for (const key of state.set.keys()) {
          expect(moved.values?.get(key)).toBe(fresh.values?.get(key));
        }
      }),
      { numRuns: 6 },
    );
    // What only the prover has moves no core past another.
    const state = withSetting(UNCHANGED, 'unit_busy', '0.5');
    const moved = engine.move(state);
    expect(moved?.spread).toBeDefined();
    expect(moved?.spread).toEqual(settled(shared, state).spread);
  });

  it('moves on from a state in which inputs are set, and to values that make no sense', () => {
    const engine = engineOf(base);
    const start = stateOf({ core: 'serv-tile' }, { unit_busy: '0.5' });
    settled(engine, start);
    const next = withSetting(start, 'unit_busy', '0.6');
    expect(engine.move(next)?.verdict).toEqual(settled(shared, next).verdict);
    const wrong = engine.move(withSetting(start, 'unit_busy', '-1'));
    expect(wrong?.verdict).toBeUndefined();
    expect(wrong?.errors.join()).toMatch(/unit_busy.*makes no sense.*received -1/);
  });

  const half = engineOf(base);
  const HALF = stateOf({}, { unit_busy: '0.5' });
  let settling: LiveView | undefined;

  it.each([
    ['another pick', stateOf({ core: 'serv-tile' })],
    ['a setting taken back', UNCHANGED],
    ['a distribution', stateOf({}, { unit_busy: 'uniform(0.3, 0.9)' })],
    ['a whole quantity', stateOf({}, { unit_busy: '0.5', fill: '0.6' })],
    ['an input that is no matter of doubt', stateOf({}, { unit_busy: '0.5', log2_cycles: '20' })],
  ])('does not move to %s', (_, state) => {
    settling ??= settled(half, HALF);
    expect(half.move(state)).toBeUndefined();
  });

  it('can not move before it has settled', () => {
    expect(engineOf(base).move(UNCHANGED)).toBeUndefined();
  });

  it('offers the inputs of the tornado, in its order, and those that are set', () => {
    const { rows = [] } = settled(engineOf(base), stateOf({}, { 'fill[lut]': '0.6' }));
    const scenario = scenarioOf(base, stateOf({}, { 'fill[lut]': '0.6' }));
    const { result } = tornadoReport(prepared(scenario));
    const most = result.rows.slice(0, 8).map(({ input }) => input);
    expect(rows.map(({ key }) => key)).toEqual([...new Set([...most, 'fill[lut]'])]);
    for (const { slider, original, plausible } of rows) {
      if (slider === undefined || original === undefined) continue;
      expect(slider.low).toBeLessThan(original);
      expect(slider.high).toBeGreaterThanOrEqual(original);
      if (plausible === undefined) continue;
      expect(slider.low).toBeLessThanOrEqual(plausible[0]);
      expect(slider.high).toBeGreaterThanOrEqual(plausible[1]);
    }
  });

  it('keeps the inputs while they are moved, and finds others for another prover', () => {
    const engine = engineOf(base);
    const keys = (state: LiveState): string[] =>
      (settled(engine, state).rows ?? []).map(({ key }) => key);
    const first = keys(UNCHANGED);
    expect(keys(stateOf({}, { retention_scale: '3' }))).toEqual(first);
    expect(keys(stateOf({ prover: 'binius-m3-petravm' }))).not.toEqual(first);
  });

  it('says what is missing, and is decided once that is set', () => {
    const engine = engineOf(base);
    const undecided = settled(engine, stateOf({ core: 'kcp53000' }));
    expect(undecided.verdict?.outcome).toBe('undecided');
    expect(undecided.spread).toBeNull();
    const [row] = undecided.rows ?? [];
    expect(undecided.verdict?.missing).toContain(row?.key);
    expect(row).toMatchObject({ original: undefined, slider: undefined });
  });

  it.each([
    ['no such core', stateOf({ core: 'serv-tail' }), /no core serv-tail.*serv-/],
    ['no such platform', stateOf({ platform: 'constructor' }), /no platform constructor/],
    ['no such reading', stateOf({ reading: 'mine' }), /no reading mine/],
    ['no such aggregation', stateOf({ aggregation: 'some' }), /no aggregation some/],
    ['no such quantity', stateOf({}, { toString: '1' }), /no quantity toString/],
    ['no such element', stateOf({}, { 'fill[constructor]': '1' }), /constructor is not an element/],
    ['no number', stateOf({}, { unit_busy: 'often' }), /not a number/],
    ['another unit', stateOf({}, { unit_busy: '3 MHz' }), /another unit/],
    ['what can not be set', stateOf({}, { overhead: '1' }), /overhead can not be set/],
  ])('tells of %s', (_, state, message) => {
    const view = settled(shared, state);
    expect(view.errors.join()).toMatch(message);
    expect(view.verdict).toBeUndefined();
  });

  it('draws correlated inputs and choices as the command line does', async () => {
    const doubted: Scenario = {
      ...base,
      choices: { core: { 'vexriscv-full-no-cache': 1, 'serv-tile': 2 } },
      correlations: [{ between: ['wrapper', 'unit_busy'], value: 0.8, source: 'test' }],
    };
    const view = settled(engineOf(doubted), UNCHANGED);
    const study = await montecarloReport(prepared(doubted), { samples: DRAWS, seed: 0 });
    expect(view.spread?.probability).toBe(study.result.truths[0]?.probability.value);
    expect(view.spread?.ratios.at(-1)).toBe(study.result.outputs[0]?.max);
    // What is picked is in doubt no more.
    const picked = scenarioOf(doubted, withPick(UNCHANGED, 'core', 'serv-tile'));
    expect(picked.choices).toBeUndefined();
    expect(picked.core).toBe('serv-tile');
  });
});
