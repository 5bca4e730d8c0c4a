import type { Builtin } from '../builtin/builtin.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import type { Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import type { Technology } from '../scenario/technology.ts';
import { checkAxes, parseAxis, type Axis, type AxisContext } from '../sweep/axes.ts';
import { designAxes } from './designAxes.ts';

/** The axes of a search. */
export interface ReadAxes {
  readonly axes: readonly Axis[];
  readonly origin: 'asked' | 'design';
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Reads the axes that are asked for, or takes those that the model leaves to the designer.
 *
 * @param wanted keys of the objectives and of what conditions are about
 * @throws InputError with what is wrong with any of them
 */
export function readAxes(
  parts: Builtin,
  evaluation: Evaluation,
  over: readonly string[],
  wanted: readonly string[],
): ReadAxes {
  const design = over.length === 0 ? designAxes(evaluation, wanted) : undefined;
  const texts = design?.axes ?? over;
  const { model } = evaluation;
  const context: AxisContext = {
    datasets: parts.datasets,
    provers: parts.provers,
    models: [model],
  };
  const issues: Issue[] = [];
  const parse = (text: string, within: AxisContext): Axis[] => {
    try {
      return [parseAxis(text, within)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
      return [];
    }
  };
  // Which models there are to name quantities of is known by the axis of provers.
  const provers = texts.filter(isProver).flatMap((text) => parse(text, context));
  const others = provers
    .flatMap(({ labels }) => labels)
    .filter((label) => label !== model.prover.id)
    .map((label) => assemble(parts, label, false, technologyOf(model)));
  const within = { ...context, models: [model, ...others] };
  const axes = texts.flatMap((text) =>
    isProver(text) ? provers.splice(0, 1) : parse(text, within),
  );
  if (issues.length > 0) throw new InputError(issues);
  checkAxes(axes);
  return { axes, origin: design === undefined ? 'asked' : 'design', left: design?.left ?? [] };
}

/** What a model is about, where it is not an FPGA. */
function technologyOf({ documents }: Model): Technology | undefined {
  return documents.find(({ technology }) => technology !== undefined)?.technology;
}

function isProver(text: string): boolean {
  return /^\s*prover\s*=/.test(text);
}
