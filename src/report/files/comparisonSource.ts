import type { Comparison } from '../../compare/types.ts';
import { comparisonCharts } from '../charts/comparison.ts';
import type { ReportSource } from './reportFiles.ts';

/** A comparison as files. */
export function comparisonSource(result: Comparison): ReportSource {
  const charts = comparisonCharts(result);
  return {
    charts,
    result,
    html: async () => {
      const { renderComparisonHtml } = await import('../html/comparePage.ts');
      return renderComparisonHtml(result);
    },
    csv: async () => {
      const { compareCsv } = await import('../table/compareCsv.ts');
      return compareCsv(result);
    },
    blocks: async (base) => {
      const { chartBlocks } = await import('../table/chartBlocks.ts');
      const { compareBlocks } = await import('../table/compareBlocks.ts');
      return [...compareBlocks(result), ...chartBlocks(charts, base)];
    },
  };
}
