import type { BacktestResult } from '../../backtest/types.ts';
import { backtestErrorChart } from '../charts/backtestError.ts';
import { backtestScatterChart } from '../charts/backtestScatter.ts';
import type { ReportSource } from './reportFiles.ts';

/** A backtest as files: a page, Markdown, JSON, CSV, or its charts. */
export function backtestSource(result: BacktestResult): ReportSource {
  const charts = [backtestErrorChart(result), backtestScatterChart(result)].flatMap(
    (chart) => chart ?? [],
  );
  return {
    charts,
    result,
    html: async () => {
      const { renderBacktestHtml } = await import('../html/backtestPage.ts');
      return renderBacktestHtml(result);
    },
    csv: async () => {
      const { backtestCsv } = await import('../table/backtestCsv.ts');
      return backtestCsv(result);
    },
    blocks: async (base) => {
      const { backtestDocument } = await import('../table/backtestBlocks.ts');
      return backtestDocument(result, charts, base);
    },
  };
}
