import type { PhasesResult } from '../../phases/types.ts';
import type { Chart } from '../charts/chart.ts';
import type { ReportFormat } from './reportFiles.ts';

/**
 * A score in the format of a file: the whole of it as a page, Markdown, JSON or CSV, or its chart.
 *
 * @throws Error where there is nothing to draw
 */
export async function phasesFile(
  result: PhasesResult,
  format: ReportFormat,
): Promise<string | Uint8Array> {
  switch (format) {
    case '.html': {
      const { renderPhasesHtml } = await import('../html/phasesPage.ts');
      return renderPhasesHtml(result);
    }
    case '.json':
      return `${JSON.stringify(result, null, 2)}\n`;
    case '.csv': {
      const { phasesCsv } = await import('../table/phasesCsv.ts');
      return phasesCsv(result);
    }
    case '.md': {
      const { phasesBlocks } = await import('../table/phasesBlocks.ts');
      const { toMarkdown } = await import('../table/markdown.ts');
      return toMarkdown(phasesBlocks(result));
    }
    case '.vl.json':
      return `${JSON.stringify((await chartOf(result)).spec, null, 2)}\n`;
    case '.svg': {
      const { renderSvg } = await import('../render/svg.ts');
      return renderSvg(await chartOf(result));
    }
    case '.png': {
      const { renderSvg } = await import('../render/svg.ts');
      const { renderPng } = await import('../render/png.ts');
      return renderPng(await renderSvg(await chartOf(result)));
    }
  }
}

async function chartOf(result: PhasesResult): Promise<Chart> {
  const { roadmapChart } = await import('../charts/roadmap.ts');
  const chart = roadmapChart(result);
  if (chart === null) throw new Error('there are no systems or no milestones to draw');
  return chart;
}
