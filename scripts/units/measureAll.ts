import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import type { Design } from './designs/design.ts';
import { FLOWS, GATE, libertyFlow, LUT4, lut6Flow, type Flow } from './flows/flow.ts';
import { measure, type Run } from './measure.ts';
import { UNITS } from './rows/units.ts';

/**
 * Measures designs, some at a time. One that fails does not stop the others.
 *
 * @param options flows beside the usual ones, and how many designs at once
 * @returns how many failed; why is told as progress
 */
export async function measureAll(
  designs: readonly Design[],
  options: { readonly flows: readonly string[]; readonly jobs: number },
  run: Run,
): Promise<number> {
  const queue = designs.entries();
  let failures = 0;
  const work = async (): Promise<void> => {
    for (const [index, design] of queue) {
      const progress = (line: string): void =>
        run.progress(`[${index + 1}/${designs.length}] ${line}`);
      try {
        await measure(design, flowsFor(design, options.flows, run.library), { ...run, progress });
      } catch (error) {
        failures += 1;
        progress(error instanceof InputError ? formatIssues(error.issues) : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return failures;
}

/** LUT6 and LUT4, gates, what the units ask for, and what the user asks for. */
function flowsFor(design: Design, more: readonly string[], library: string | undefined): Flow[] {
  const asked = UNITS.filter(({ logic }) => logic.some((part) => part.design.id === design.id));
  const wanted = [
    lut6Flow(design),
    LUT4,
    ...(design.multiplies === true ? [] : [GATE]),
    ...asked.flatMap(({ lut6 }) => (lut6 === undefined ? [] : [lut6])),
    ...FLOWS.filter(({ id }) => more.includes(id)),
    ...(library === undefined ? [] : [libertyFlow(library)]),
  ];
  return [...new Set(wanted)];
}
