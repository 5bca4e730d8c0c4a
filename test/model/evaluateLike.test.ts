import fc from 'fast-check';
import { expect, it } from 'vitest';
import { elementsOf, evaluateModel, type Evaluation } from '../../src/model/evaluate.ts';
import { interpretGraph } from '../../src/model/specialiseInterpreted.ts';
import { specialisedGraph } from '../../src/model/specialise.ts';
import { loadScenario } from '../support/loadScenario.ts';

const { model, records, settings } = loadScenario();
const base = settings();
const NAMES = ['unit_busy', 'log2_cycles', 'core_lut_measured', 'retention_scale', 'fill[lut]'];

/** The scenario with some inputs set to a multiple of something that makes sense. */
const CHANGES = fc.dictionary(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 9 }));

const with_ = (changes: Readonly<Record<string, number>>): typeof base => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(changes).map(([name, tenth]) => [
      name,
      {
        value:
          name === 'log2_cycles' ? 18 + tenth : name.startsWith('core') ? 900 * tenth : tenth / 10,
        stage: 'assumed',
        source: 'test',
      } as const,
    ]),
  ),
});

/** Everything that an evaluation says of its elements. */
function allOf(evaluation: Evaluation): unknown[] {
  return [...elementsOf(model)].map(({ quantity: { name }, tuple }) => {
    const { choice, uses, alternative } = evaluation.derivation(name, ...tuple);
    const outcome = evaluation.outcome(name, ...tuple);
    return [name, tuple, outcome, choice, uses, alternative?.text];
  });
}

it('finds the same as an evaluation by itself, whatever it is like', () => {
  fc.assert(
    fc.property(CHANGES, CHANGES, (first, second) => {
      const start = evaluateModel(model, records, base);
      // In a chain, as a rival is like a variant that is like the scenario.
      const near = evaluateModel(model, records, with_(first), start);
      const far = evaluateModel(model, records, with_(second), near);
      expect(allOf(far)).toEqual(allOf(evaluateModel(model, records, with_(second))));
      expect(allOf(near)).toEqual(allOf(evaluateModel(model, records, with_(first))));
    }),
    { numRuns: 30 },
  );
});

it('makes the same function of what varies', () => {
  const vary = ['unit_busy', 'log2_cycles'];
  const outputs = ['overhead', 'proof_bytes', 'verify_time', 'passes'];
  const evaluation = evaluateModel(model, records, base);
  const [like, alone] = [evaluation, undefined].map((known) => {
    const graph = specialisedGraph(model, records, base, vary, outputs, known);
    const columns = graph.outputs.map(() => new Float64Array(9));
    const busy = Float64Array.from({ length: 9 }, (_, i) => (i + 1) / 10);
    interpretGraph(graph).columns([busy, new Float64Array(9).fill(20)], columns, 0, 9);
    return columns;
  });
  expect(like).toEqual(alone);
  expect(new Set(like?.[0]).size).toBe(9);
});
