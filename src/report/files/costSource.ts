import type { CostResult } from '../../cost/types.ts';
import { costBreakdownChart } from '../charts/costBreakdown.ts';
import { costNodesChart } from '../charts/costNodes.ts';
import { costPowerChart } from '../charts/costPower.ts';
import { costVolumeChart } from '../charts/costVolume.ts';
import type { ReportSource } from './reportFiles.ts';

/** Costs as files: a page, Markdown, JSON, CSV, or the charts. */
export function costSource(result: CostResult): ReportSource {
  const charts = [costBreakdownChart, costVolumeChart, costNodesChart, costPowerChart].flatMap(
    (build) => build(result) ?? [],
  );
  return {
    charts,
    result,
    html: async () => {
      const { renderCostHtml } = await import('../html/costPage.ts');
      return renderCostHtml(result);
    },
    csv: async () => {
      const { costCsv } = await import('../table/costCsv.ts');
      return costCsv(result);
    },
    blocks: async (base) => {
      const { costDocument } = await import('../table/costBlocks.ts');
      return costDocument(result, charts, base);
    },
  };
}
