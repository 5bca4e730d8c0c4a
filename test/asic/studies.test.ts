import { describe, expect, it } from 'vitest';
import { mapOf } from '../../src/dossier/map.ts';
import { optimize } from '../../src/optimize/optimize.ts';
import { buildResult } from '../../src/result/build.ts';
import { mapChart } from '../../src/report/charts/map.ts';
import { optimizeBlocks } from '../../src/report/table/optimizeBlocks.ts';
import { prepared } from '../doubt/support.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

const { scenario } = loadScenario('asic');

describe('studies of an ASIC', () => {
  it('name its process where an FPGA has its device', () => {
    expect(prepared('asic').head.notes[0]).toContain('the fastest of n7, as evaluate does');
  });

  it('search for the least cost within limits on money, power and area', async () => {
    const result = await optimize(builtin(), scenario, undefined, false, {
      over: ['die_area=100..400:100', 'memory_interfaces=1..2'],
      aim: { name: 'prove_cost', direction: 'minimize' },
      subjectTo: ['recurring_cost<=2200 USD', 'prove_power<=80 W', 'die_area<=350 mm2'],
    });
    // Only one stack of memory is below 2,200 dollars, and the smaller die is the cheaper one.
    expect(result.best?.labels).toMatchObject({ memory_interfaces: '1', die_area: '100' });
    const [area] = result.resources;
    // 0.70 of 100 mm2, less 29.6 mm2 for the memory and 10 mm2 for the host link.
    expect(area?.usable).toBeCloseTo((0.7 * 100 - 29.6 - 10) * 1e-6, 12);
    expect(JSON.stringify(optimizeBlocks(result))).toContain('30.4 mm²');
  });

  it('map processes in the place of platforms, the largest first', () => {
    const { result } = buildResult(builtin(), scenario, undefined, false);
    const map = mapOf(builtin(), scenario, result);
    expect(map.of).toBe('process');
    expect(map.platforms.map(({ id }) => id)).toEqual([
      'n28',
      'n22',
      'n16',
      'n12',
      'n10',
      'n7',
      'n6',
      'n5',
      'n3e',
    ]);
    expect(map.platforms[map.own.platform ?? -1]?.id).toBe('n7');
    // No area of a gate is known in 40 nm, no density of memory in 65 nm and above.
    expect(map.left).toBe(
      'Not here, for something that is not known of them: sky130, n65, nangate45, n40.',
    );
    const own = map.cells.find(
      ({ platform, core }) => platform === map.own.platform && core === map.own.core,
    );
    expect(own?.ratio).toBe(result.verdict.value);
    expect(mapChart({ map, evaluation: result })?.title).toContain('process and core');
  });
});
