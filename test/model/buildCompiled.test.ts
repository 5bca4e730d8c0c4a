import { describe, expect, it } from 'vitest';
import { NONE } from '../../src/formula/dimension.ts';
import { Builder } from '../../src/formula/builder.ts';
import { compile } from '../../src/formula/compile.ts';
import type { Value } from '../../src/formula/ir.ts';
import type { DomainFunction } from '../../src/formula/system.ts';
import { buildCompiled } from '../../src/model/buildCompiled.ts';
import { specialise } from '../../src/model/specialise.ts';
import { loadScenario } from '../support/loadScenario.ts';

const { model, records, settings } = loadScenario();
// They reach the curve of the clock, the FRI sizes, and divisions that have no value.
const compiled = specialise(
  model,
  records,
  settings(),
  ['fill', 'log2_cycles', 'unit_busy', 'log_inv_rate'],
  ['overhead', 'proof_bytes', 'verify_time', 'native_rate'],
);

describe('a model built from its recipe, as another thread gets it', () => {
  const { recipe } = compiled.columns;
  if (recipe === undefined) throw new Error('no recipe');
  const built = buildCompiled(structuredClone(recipe.data));

  it('computes the same bits, where there is a value and where there is none', () => {
    const rows = 500;
    const columns = compiled.inputs.map((_, k) =>
      Float64Array.from({ length: rows }, (__, i) => {
        const base = compiled.base[k] ?? 0;
        // Some of them far off, so that there is no value.
        if (i % 7 === k) return -base;
        const moved = base * (0.8 + ((i * (k + 3) * 0.618) % 0.4));
        return Number.isInteger(base) ? Math.round(moved) : moved;
      }),
    );
    const run = (f: typeof built) => {
      const outputs = compiled.outputs.map(() => new Float64Array(rows));
      return { bad: f(columns, outputs, 0, rows), outputs };
    };
    const here = run(compiled.columns);
    expect(run(built)).toEqual(here);
    expect(here.bad).toBeGreaterThan(0);
    expect(here.bad).toBeLessThan(rows);
  });

  it('contains no name of the model but those of domain functions', () => {
    const text = JSON.stringify(recipe.data);
    for (const name of ['unit_busy', 'overhead', 'log2_cycles']) expect(text).not.toContain(name);
    expect(text).toContain('clock_retention');
  });
});

it('has no recipe where it calls a function that another thread could not make', () => {
  const builder = new Builder();
  const site = { position: 1, origin: 'y' };
  const domain: DomainFunction = {
    name: 'own',
    args: [NONE],
    result: NONE,
    apply: (x = 0) => x + 1,
    meaning: 'one more',
  };
  const node = builder.call('own', [builder.varying(0)], site, domain) as Value;
  expect(compile([node], 1).portable).toBeUndefined();
  const made = { ...domain, made: { from: 1 } };
  const other = builder.call('own', [builder.varying(1)], site, made) as Value;
  expect(compile([other], 2).portable?.nodes).toContainEqual({
    ...{ op: 'call', fn: 'own', args: [0] },
    domain: { name: 'own', from: 1 },
  });
});
