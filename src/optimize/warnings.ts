import type { Evaluation } from '../model/evaluate.ts';
import { centred } from '../scenario/centred.ts';
import type { Scenario } from '../scenario/types.ts';
import type { EvaluationResult } from '../result/types.ts';
import { closure } from '../result/usedInputs.ts';
import type { Objective } from './objective.ts';
import type { Searched } from './search.ts';
import type { OptimizeResult } from './types.ts';
import type { Axis } from '../sweep/axis.ts';
import { grouped } from '../text/grouped.ts';

/** What a search came to. */
export interface WarningBasis {
  readonly scenario: Scenario;
  /** Why the scenario itself can not be evaluated. */
  readonly problem?: string;
  readonly own: Evaluation | undefined;
  readonly best: Evaluation | undefined;
  /** What `evaluate` says of the best design. */
  readonly result: Pick<EvaluationResult, 'rival' | 'verdict' | 'readings'> | undefined;
  readonly objective: Objective;
  readonly searched: Searched;
  readonly axes: readonly Axis[];
}

/** A change of a rate that is no rounding. */
const CHANGE = 1e-9;

/** What a reader has to know before building the best design. */
export function warningsOf(basis: WarningBasis): OptimizeResult['warnings'] {
  const { scenario, problem, own, best, objective, searched, axes } = basis;
  const warnings: { code: string; message: string; hint: string }[] = [];
  if (problem !== undefined) {
    const message = `The scenario itself can not be evaluated: ${problem}.`;
    warnings.push({ code: 'own-problem', message, hint: 'There is nothing to compare with.' });
  }
  const uncertain = centred(
    scenario,
    axes.map(({ name }) => name),
  );
  if (uncertain.length > 0) {
    warnings.push({
      code: 'doubt-left-out',
      message: `The search knows no doubt: of ${uncertain.join(' and ')} it takes the centre.`,
      hint: 'emuprove montecarlo draws them for one design.',
    });
  }
  const beaten = beatenBy(basis.result);
  if (beaten !== undefined) {
    warnings.push({
      code: 'rival',
      message: `The best design meets its limits with its own core only: against ${beaten}, so that evaluate fails it. No other design was held against a better core.`,
      hint: '--over core=* takes the cores into the search.',
    });
  }
  const [before, after] = [own?.number('native_rate'), best?.number('native_rate')];
  const depends = best !== undefined && closure(best, [objective.element.key]).has('native_rate');
  if (depends && before !== undefined && after !== undefined && after < before * (1 - CHANGE)) {
    warnings.push({
      code: 'native-fell',
      message: `The best design also runs ${(before / after).toPrecision(3)} times fewer instructions natively, and a ratio gets better by that too.`,
      hint: '--maximize proved_rate looks at proving alone.',
    });
  }
  const unknown = searched.unknown.find(({ what }) => what === 'objective');
  if (unknown !== undefined) {
    warnings.push({
      code: 'objective-unknown',
      message: `${objective.entry.title} is not known for some points, the most of them for want of ${unknown.needs.join(', ')}: these could be better or worse.`,
      hint: `--set ${unknown.needs[0] ?? ''}=… says it for all of them.`,
    });
  }
  if (searched.unknown.length > 0 && axes.some(({ name }) => name === 'device')) {
    warnings.push({
      code: 'bare-device',
      message:
        'A device by itself has neither memory nor a host link, so that most limits of it are not known.',
      hint: "--over 'platform=*' goes through boards, which have both.",
    });
  }
  return warnings;
}

/** The core that a design fails against although it passes against its own. */
function beatenBy(result: WarningBasis['result']): string | undefined {
  if (result?.verdict.outcome !== 'fail') return undefined;
  const own = result.readings.find(({ id }) => id === result.verdict.reading);
  const { overhead, best } = result.rival;
  if (own?.outcome !== 'pass' || overhead === null) return undefined;
  return `${best[0]?.design ?? ''} the overhead is ${grouped(Math.round(overhead))}`;
}
