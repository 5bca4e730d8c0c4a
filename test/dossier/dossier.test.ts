import { beforeAll, describe, expect, it } from 'vitest';
import { scenarioAgain } from '../../src/dossier/again.ts';
import { alone } from '../../src/dossier/alone.ts';
import { buildDossier } from '../../src/dossier/build.ts';
import type { Dossier } from '../../src/dossier/types.ts';
import { buildResult } from '../../src/result/build.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

const parts = builtin();
const { scenario } = loadScenario('default');
const FEW = { samples: 512 };

/** What would be read again from a file. */
const saved = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a dossier', () => {
  let dossier: Dossier;

  beforeAll(async () => {
    dossier = await buildDossier(parts, scenario, scenario, false, FEW);
  }, 120_000);

  it('is the same each time, and another with another seed', async () => {
    const again = await buildDossier(parts, scenario, scenario, false, FEW);
    expect(JSON.stringify(again)).toBe(JSON.stringify(dossier));
    const other = await buildDossier(parts, scenario, scenario, false, { ...FEW, seed: 1 });
    expect(other.evaluation).toEqual(dossier.evaluation);
    expect(other.doubt?.montecarlo.result.seed).toBe(1);
    expect(other.doubt?.montecarlo.result.outputs).not.toEqual(
      dossier.doubt?.montecarlo.result.outputs,
    );
  });

  it('has every study of the same scenario', () => {
    const { evaluation, doubt, scaling, realTime, left } = dossier;
    expect(left).toEqual([]);
    for (const study of Object.values(doubt ?? {})) {
      expect(study).toMatchObject({ value: evaluation.verdict.value, limit: 10_000 });
    }
    expect(Object.values(doubt ?? {}).map((study) => study?.scenario.command)).toEqual([
      'emuprove montecarlo default --samples 512',
      'emuprove tornado default',
      'emuprove sobol default --samples 1024',
      'emuprove breakeven default',
      expect.stringMatching(/^emuprove grid default --x \w+ --y \w+$/),
    ]);
    const own = scaling?.points.find(({ log2Cycles }) => log2Cycles === scaling.own);
    expect(own?.ratio).toBeCloseTo(evaluation.verdict.value ?? NaN, 6);
    // As many devices as the ratio says for what the device itself runs.
    const native = realTime?.marks.find(({ title }) => title.startsWith('Native rate'));
    expect(native?.devices).toBe(Math.ceil(evaluation.verdict.value ?? NaN));
  });

  it('maps platforms and cores as evaluate does', () => {
    const { map } = dossier;
    expect(map.cells).toHaveLength(map.platforms.length * map.cores.length);
    const own = map.cells.find(
      ({ platform, core }) => platform === map.own.platform && core === map.own.core,
    );
    expect(own).toMatchObject({
      ratio: dossier.evaluation.verdict.value,
      outcome: 'pass',
      why: '',
    });
    const samples = map.cells.filter((_, i) => i % 17 === 0);
    expect(new Set(samples.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
    for (const { platform, core, ratio, outcome, why } of samples) {
      const changed = loadScenario('default', {
        platform: map.platforms[platform]?.id ?? '',
        core: map.cores[core]?.id ?? '',
      });
      const { verdict, tests } = buildResult(parts, changed.scenario, undefined, false).result;
      expect({ ratio, outcome }).toEqual({ ratio: verdict.value, outcome: verdict.outcome });
      for (const { id, outcome: own } of tests) {
        expect(why.split('; ').includes(id.replaceAll('_', ' '))).toBe(own === 'fail');
      }
    }
  });

  it('says what it leaves out where the verdict is undecided', async () => {
    const undecided = loadScenario('default', { platform: 'alveo-v80' }).scenario;
    const { doubt, scaling, left, map } = await buildDossier(
      parts,
      undecided,
      undefined,
      false,
      FEW,
    );
    expect([doubt, scaling]).toEqual([null, null]);
    expect(left[0]).toMatch(/^the studies of doubt: no value for .*shell/);
    expect(map.own.platform).toBe(null);
    expect(map.left).toContain('alveo-v80');
  });

  describe('that was saved', () => {
    it('finds its scenario again where everything is the same', () => {
      const own = scenarioAgain(parts, false, saved(dossier));
      expect(own).toEqual({ scenario, shipped: scenario });
      const changed = loadScenario('cloud-f2', {
        core: 'serv-tile',
        set: { unit_busy: { value: 'pert(0.4, 0.7, 0.95)', source: 'a test', stage: 'analytic' } },
      }).scenario;
      const { result } = buildResult(parts, changed, undefined, false);
      const found = scenarioAgain(parts, false, saved(alone(result, 'a test')));
      expect(found).toMatchObject({ scenario: { core: 'serv-tile', set: changed.set } });
    });

    it.each([
      [
        'another version',
        (d: Dossier) => ({ ...d.evaluation, tool: { ...d.evaluation.tool, version: '0.0.9' } }),
        /^it was computed by version 0\.0\.9, and this is version/,
      ],
      [
        'another file',
        ({ evaluation }: Dossier) => ({
          ...evaluation,
          inputs: evaluation.inputs.map(({ file }) => ({ file, sha256: '0'.repeat(64) })),
        }),
        /^files have changed since it was computed: models\/.*, .*, .* and \d+ more$/,
      ],
      [
        'another number',
        ({ evaluation }: Dossier) => ({
          ...evaluation,
          verdict: { ...evaluation.verdict, value: 1 },
        }),
        /can not be told/,
      ],
      [
        'another core',
        ({ evaluation }: Dossier) => ({
          ...evaluation,
          scenario: { ...evaluation.scenario, core: 'no-such-core' },
        }),
        /can not be told/,
      ],
    ])('says why not with %s', (_, change, why) => {
      const evaluation = saved(change(dossier));
      expect(scenarioAgain(parts, false, { ...saved(dossier), evaluation })).toEqual({
        why: expect.stringMatching(why) as string,
      });
    });

    it('does not take the doubt about choices for known', () => {
      const { doubt } = saved(dossier);
      if (doubt === null) throw new Error('no doubt');
      const [first, ...rest] = doubt.montecarlo.inputs;
      if (first === undefined) throw new Error('no input');
      const montecarlo = {
        ...doubt.montecarlo,
        inputs: [{ ...first, labels: ['one', 'other'] }, ...rest],
      };
      const evaluation = { ...dossier.evaluation, verdict: { ...dossier.evaluation.verdict } };
      const scenarioOf = { ...evaluation.scenario, title: 'Another' };
      const found = scenarioAgain(parts, false, {
        ...saved(dossier),
        evaluation: saved({ ...evaluation, scenario: scenarioOf }),
        doubt: { ...doubt, montecarlo },
      });
      expect(found).toMatchObject({ why: expect.stringMatching(/leaves choices open/) as string });
    });
  });
});
