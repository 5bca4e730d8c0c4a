import type { PublishedFigure } from './types.ts';

/** Why a figure bears on no milestone. */
export function whyUnused(figure: PublishedFigure): string {
  const { scope, cyclesPerS, cycles, proofKb, verifyMs, memoryGb, proveS } = figure;
  if (scope === 'execution') return 'nothing was proved';
  if (scope === 'audit') return 'it names no part that is formally verified';
  if (proveS !== undefined && cycles === undefined && cyclesPerS === undefined)
    return 'its instructions are not stated, so that its time is no rate';
  if ([cyclesPerS, proofKb, verifyMs, memoryGb].every((value) => value === undefined))
    return 'it has no rate, size, time to verify or memory';
  return 'no milestone asks for what it has';
}
