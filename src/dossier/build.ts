import type { Builtin } from '../builtin/builtin.ts';
import { breakEvenReport } from '../doubt/breakeven.ts';
import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import { gridReport } from '../doubt/grid.ts';
import { montecarloReport } from '../doubt/montecarlo.ts';
import type { DoubtInput } from '../doubt/types.ts';
import { prepare, type Prepared } from '../doubt/prepare.ts';
import { sobolReport } from '../doubt/sobol.ts';
import { tornadoReport } from '../doubt/tornado.ts';
import { buildResult } from '../result/build.ts';
import { quoteWord } from '../result/command.ts';
import type { Scenario } from '../scenario/types.ts';
import { pause } from '../studies/threads/pause.ts';
import { mapOf } from './map.ts';
import { realTimeOf } from './realTime.ts';
import { scalingOf } from './scaling.ts';
import type { Dossier, DossierParts } from './types.ts';

/** Rows of the Sobol design; an interval is then a few hundredths wide. */
const ROWS = 1_024;

/** Nodes a side of the map over two inputs. */
const NODES = 21;

/** The studies of doubt of a report. */
type Doubt = NonNullable<Dossier['doubt']>;

/** What may be asked of a report. */
export interface DossierOptions {
  readonly seed?: number;
  readonly samples?: number;
  /** Called whenever more is known. */
  readonly onPart?: (parts: DossierParts) => void;
}

/**
 * Everything that a report shows of a scenario.
 *
 * @param shipped the built-in scenario that it started from, if any
 * @param check whether to check the models first
 * @throws InputError as `buildResult` does
 */
export async function buildDossier(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  { seed = 0, samples = STUDY_DEFAULTS.montecarlo.samples, onPart }: DossierOptions = {},
): Promise<Dossier> {
  const built = buildResult(parts, scenario, shipped, check);
  const { result } = built;
  const tell = (more: Omit<DossierParts, 'evaluation'>): void => {
    onPart?.({ evaluation: result, ...more });
  };
  const left: string[] = [];
  const missing = result.verdict.missing;
  if (missing.length > 0) {
    left.push(`the studies of doubt: no value for ${missing.join(', ')}`);
  }
  const [scaling, realTime] = [scalingOf(built, scenario), realTimeOf(built, scenario)];
  tell({ scaling, realTime });
  const doubt =
    missing.length > 0
      ? null
      : await doubtOf(
          prepare(parts, scenario, shipped, false, { study: 'montecarlo', built }),
          { seed, samples },
          left,
          (study) => {
            tell({ doubt: study });
          },
        );
  const map = mapOf(parts, scenario, result);
  tell({ map });
  if (scaling === null) left.push('scaling with the segment size: not known');
  if (realTime === null) left.push('devices by the rate of the guest: not known');
  return {
    schemaVersion: '1.0',
    kind: 'report',
    tool: result.tool,
    evaluation: result,
    doubt,
    map,
    scaling,
    realTime,
    left,
  };
}

/** @param done is called with each study when it is done, and other things can happen after that */
async function doubtOf(
  prepared: Prepared,
  { seed, samples }: Required<Pick<DossierOptions, 'seed' | 'samples'>>,
  left: string[],
  done: (study: Partial<Doubt>) => void,
): Promise<Doubt> {
  const tell = async <T extends Partial<Doubt>>(study: T): Promise<T> => {
    done(study);
    await pause();
    return study;
  };
  const tornado = tornadoReport(asStudy(prepared, 'tornado'));
  const moving = tornado.result.rows.filter(({ input }) =>
    prepared.head.inputs.some(isPlain(input)),
  );
  const [x, y] = moving.map(({ input }) => input);
  const seeded = seed === 0 ? [] : ['--seed', `${seed}`];
  const independent = prepared.correlation === undefined;
  if (!independent) left.push('Sobol indices: inputs are drawn together');
  if (x === undefined || y === undefined) left.push('the map over two inputs: less than two vary');
  const { breakeven } = await tell({
    tornado,
    breakeven: breakEvenReport(asStudy(prepared, 'breakeven')),
  });
  const { grid } = await tell({
    grid:
      x === undefined || y === undefined
        ? null
        : gridReport(asStudy(prepared, 'grid', ['--x', x, '--y', y]), {
            x: { name: x },
            y: { name: y },
            count: NODES,
          }),
  });
  const { montecarlo } = await tell({
    montecarlo: await montecarloReport(
      asStudy(prepared, 'montecarlo', ['--samples', `${samples}`, ...seeded]),
      { samples, seed },
    ),
  });
  const { sobol } = await tell({
    sobol: independent
      ? await sobolReport(asStudy(prepared, 'sobol', ['--samples', `${ROWS}`, ...seeded]), {
          samples: ROWS,
          seed,
        })
      : null,
  });
  return { montecarlo, tornado, sobol, breakeven, grid };
}

/** The same, with the command that gives one study of it. */
function asStudy(prepared: Prepared, study: string, words: readonly string[] = []): Prepared {
  const { head } = prepared;
  const start = head.scenario.command.replace(/^emuprove montecarlo/, `emuprove ${study}`);
  const command = [start, ...words.map(quoteWord)].join(' ');
  return { ...prepared, head: { ...head, scenario: { ...head.scenario, command } } };
}

/** Whether an input is a number that is the same for all choices. */
function isPlain(name: string): (input: DoubtInput) => boolean {
  return (input) => input.name === name && input.labels === undefined && !name.includes('@');
}
