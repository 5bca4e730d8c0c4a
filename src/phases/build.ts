import type { Builtin } from '../builtin/builtin.ts';
import { bandsOf } from '../doubt/distributionOf.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { completeScenario } from '../scenario/complete.ts';
import type { Scenario } from '../scenario/types.ts';
import { modelVerdicts } from './modelVerdicts.ts';
import { readFigures, readMilestones, readSystems } from './read.ts';
import { scoreSystem } from './score.ts';
import type {
  MilestoneCell,
  ModelVerdict,
  PhasesResult,
  ScoredSystem,
  MilestoneStatus,
  System,
} from './types.ts';

/** Tables that the score rests on. */
const TABLES = ['milestones', 'zkvms', 'zkvm_figures', 'stages'] as const;

/** Scenario of a prover on a chip of its own. */
const CHIP = 'asic';

/** What is scored, and on what hardware the model is asked. */
export interface PhasesRequest {
  /** System that is looked at; all where left out. */
  readonly of?: string;
  /** Scenario in which prover profiles are evaluated. */
  readonly scenario: Scenario;
  /** The built-in scenario that it is, if it is one. */
  readonly shipped: Scenario | undefined;
  readonly check: boolean;
  /** Command that gives the result. */
  readonly command: string;
}

/**
 * Scores published systems for the milestones of the roadmap.
 *
 * @throws InputError for a system or a prover profile that does not exist
 */
export function buildPhases(parts: Builtin, request: PhasesRequest): PhasesResult {
  const { of, scenario, shipped, check, command } = request;
  const all = readSystems(parts.datasets);
  const systems = of === undefined ? all : [findSystem(all, of)];
  const provers = [...new Set(systems.flatMap((system) => system.provers))];
  const milestones = readMilestones(parts.datasets);
  const nativeRate = rateOfLaptop(parts);
  const evidence = {
    milestones,
    figures: readFigures(parts.datasets),
    verdicts: modelVerdicts(parts, scenario, shipped, provers, check),
    chipVerdicts: chipVerdicts(parts, provers, check),
    nativeRate,
    bands: bandsOf(parts.datasets),
  };
  const scored = systems.map((system) => scoreSystem(system, evidence));
  const counts = countsOf(scored);
  return {
    schemaVersion: '1.0',
    kind: 'phases',
    tool: { name: 'emuprove', version: parts.version },
    inputs: TABLES.flatMap((id) => {
      const table = parts.datasets.get(id);
      return table === undefined
        ? []
        : [{ file: `datasets/${table.schema.file}`, sha256: table.sha256 }];
    }),
    of: of === undefined ? null : (systems[0]?.id ?? null),
    nativeRate,
    milestones,
    systems: scored,
    counts,
    finding: findingOf(scored, counts),
    command,
  };
}

/** What the model says about the profiles on a chip of their own, in the scenario that ships for it. */
function chipVerdicts(parts: Builtin, provers: readonly string[], check: boolean): ModelVerdict[] {
  const source = parts.scenarios.get(CHIP);
  if (source === undefined) return [];
  const chip = completeScenario(source, parts.scenarios);
  return modelVerdicts(parts, chip, chip, provers, check);
}

function findSystem(systems: readonly System[], wanted: string): System {
  const small = wanted.toLowerCase();
  const found = systems.find(({ id, name }) => id === small || name.toLowerCase() === small);
  if (found !== undefined) return found;
  const suggestion = nearest(
    small,
    systems.map(({ id }) => id),
  );
  throw new InputError([
    {
      code: 'unknown-system',
      message: `there is no system ${quote(wanted)}`,
      expected: `one of ${systems.map(({ id }) => id).join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}

/** Instructions per second of the article's laptop, which the models state. */
function rateOfLaptop({ models }: Builtin): number {
  const quantity = models
    .flatMap(({ quantities }) => quantities)
    .find(({ name }) => name === 'reference_rate');
  const stated = quantity?.defaults?.['']?.value;
  if (stated !== undefined) return stated;
  const message = 'no model states the rate of the reference laptop';
  throw new InputError([{ code: 'no-value', message, path: 'quantities.reference_rate' }]);
}

function countsOf(systems: readonly ScoredSystem[]): Record<MilestoneStatus, number> {
  const counts = { met: 0, 'not-met': 0, 'not-comparable': 0, unknown: 0 };
  for (const { cells } of systems) for (const { status } of cells) counts[status]++;
  return counts;
}

/** The score in one sentence: what is published, what only the model says, and how much is open. */
function findingOf(
  systems: readonly ScoredSystem[],
  counts: Record<MilestoneStatus, number>,
): string {
  const cells = systems.flatMap((system) => system.cells);
  const count = (status: MilestoneStatus, basis: MilestoneCell['basis']): number =>
    cells.filter((cell) => cell.status === status && cell.basis === basis).length;
  const who = systems.length === 1 ? (systems[0]?.system.name ?? '') : `${systems.length} systems`;
  const [met, missed] = [count('met', 'model'), count('not-met', 'model')];
  const model = met + missed > 0 ? `, this tool's model ${met} and ${missed}` : '';
  const open = counts.unknown + counts['not-comparable'];
  return `Of ${cells.length} milestones of ${who}, published figures show ${count('met', 'published')} met and ${count('not-met', 'published')} not met${model}; ${open} are open`;
}
