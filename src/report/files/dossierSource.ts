import type { Dossier } from '../../dossier/types.ts';
import { chartsOf } from '../charts/all.ts';
import type { Chart } from '../charts/chart.ts';
import type { ReportSource } from './reportFiles.ts';

/**
 * A report as files.
 *
 * @param html the page, which may have a part that computes
 */
export function dossierSource(dossier: Dossier, html: () => Promise<string>): ReportSource {
  let made: Chart[] | undefined;
  // A page makes its own.
  const charts = (): Chart[] => (made ??= chartsOf(dossier));
  return {
    get charts() {
      return charts();
    },
    result: dossier,
    html,
    csv: async () => {
      const { evaluationCsv } = await import('../table/csv.ts');
      return evaluationCsv(dossier.evaluation);
    },
    blocks: async (base) => {
      const { dossierBlocks } = await import('../table/dossierBlocks.ts');
      return dossierBlocks(dossier, charts(), base);
    },
  };
}
