import type { Evaluation } from '../model/evaluate.ts';
import type { Scenario } from '../scenario/types.ts';
import { figure } from './figure.ts';

/**
 * Why the ratio of a chip says as much of the chip as of its prover: what runs grows with its area and
 * what is proved with its interfaces, and a designer is free to choose both.
 *
 * @returns undefined where no memory limits proving, and of an FPGA, which is as it is
 */
export function freeDie(evaluation: Evaluation, scenario: Scenario): string | undefined {
  const { technology, reading } = scenario;
  if (technology !== 'asic' || reading !== 'overhead') return undefined;
  if (figure(evaluation, 'prove_bound').element !== 'memory') return undefined;
  const [area, interfaces] = ['die_area', 'memory_interfaces'].map((name) => {
    const { value, display } = figure(evaluation, name);
    return typeof value === 'number' ? Number((value / display.scale).toPrecision(4)) : '?';
  });
  return `what this chip runs is limited by its area (${area} mm2), and what it proves by its interfaces to memory (${interfaces}): the ratio grows with one and falls with the other, and both are free to choose`;
}
