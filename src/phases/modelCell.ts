import type { MilestoneCell, ModelVerdict, System } from './types.ts';
import { plain } from './words.ts';

const OUTCOMES = { pass: 'met', fail: 'not-met', undecided: 'open' } as const;

/**
 * Speed 2 by FPGA or ASIC, which only the model of this tool answers: met if one of the system's prover
 * profiles passes, not met if all fail, and unknown where a free choice of a chip decides. A profile of a
 * machine that is no RISC-V answers another question.
 */
export function modelCell(
  milestone: string,
  system: System,
  verdicts: readonly ModelVerdict[],
): MilestoneCell {
  const own = verdicts.filter(({ prover }) => system.provers.includes(prover));
  const best =
    own.find(({ outcome }) => outcome === 'pass') ??
    own.find(({ outcome }) => outcome === 'undecided') ??
    own[0];
  if (best === undefined) {
    return {
      milestone,
      status: 'unknown',
      basis: 'none',
      figure: null,
      value: '',
      why: 'no prover profile describes it, and none of its provers has published its counts',
      considered: [],
    };
  }
  const text = (value: number | null): string => (value === null ? '' : plain(value));
  const status = { pass: 'met', fail: 'not-met', undecided: 'unknown' } as const;
  const foreign = system.isa === 'other';
  const free = best.free === undefined ? '' : ` But ${best.free}.`;
  const said = `by the model of this tool for profile ${best.prover}, not a prover that was built: ${best.sentence}${free}`;
  return {
    milestone,
    status: foreign ? 'not-comparable' : best.free === undefined ? status[best.outcome] : 'unknown',
    basis: 'model',
    figure: best.command,
    value: text(best.value),
    why: foreign ? `its instructions are not those of RISC-V; ${said}` : said,
    considered: [best, ...own.filter((other) => other !== best)].map(
      ({ command, outcome, value, sentence, free: choice }) => ({
        figure: command,
        outcome: foreign ? 'not-comparable' : choice === undefined ? OUTCOMES[outcome] : 'open',
        value: text(value),
        why: sentence,
      }),
    ),
  };
}
