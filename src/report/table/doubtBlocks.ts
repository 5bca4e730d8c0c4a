import type { DoubtReport } from '../../doubt/types.ts';
import type { Block } from './blocks.ts';
import { breakEvenBlocks } from './doubt/breakEvenBlocks.ts';
import { gridBlocks } from './doubt/gridBlocks.ts';
import { montecarloBlocks } from './doubt/montecarloBlocks.ts';
import { morrisBlocks } from './doubt/morrisBlocks.ts';
import { quantityBreakEvenBlocks } from './doubt/quantityBreakEvenBlocks.ts';
import { sampledTornadoBlocks } from './doubt/sampledTornadoBlocks.ts';
import { sobolBlocks } from './doubt/sobolBlocks.ts';
import { tornadoBlocks } from './doubt/tornadoBlocks.ts';

/** A study as a document: what it found first. */
export function doubtBlocks(report: DoubtReport): Block[] {
  const head: Block[] = [
    { kind: 'text', text: `${report.scenario.title} (${report.scenario.id})` },
    ...report.notes.map((text): Block => ({ kind: 'text', text })),
  ];
  return [...body(report, head), { kind: 'text', text: `Again: ${report.scenario.command}` }];
}

function body(report: DoubtReport, head: Block[]): Block[] {
  switch (report.kind) {
    case 'montecarlo':
      return montecarloBlocks(report, head);
    case 'tornado':
      return tornadoBlocks(report, head);
    case 'sampled-tornado':
      return sampledTornadoBlocks(report, head);
    case 'sobol':
      return sobolBlocks(report, head);
    case 'morris':
      return morrisBlocks(report, head);
    case 'breakeven':
      return breakEvenBlocks(report, head);
    case 'quantity-breakeven':
      return quantityBreakEvenBlocks(report, head);
    case 'grid':
    case 'quantity-grid':
      return gridBlocks(report, head);
  }
}
