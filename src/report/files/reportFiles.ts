import type { Chart } from '../charts/chart.ts';
import type { Block } from '../table/blocks.ts';
import { baseOf, nameOf } from './names.ts';

/** A file of a report. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Formats of a report, by the ends of file names; those of charts give a file for each chart. */
export const REPORT_FORMATS = [
  '.html',
  '.md',
  '.json',
  '.csv',
  '.svg',
  '.png',
  '.vl.json',
] as const;

/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What the files of a report are made of. */
export interface ReportSource {
  readonly charts: readonly Chart[];
  /** What the JSON holds. */
  readonly result: object;
  /** The page; made only where it is asked for, as are the others. */
  readonly html: () => Promise<string>;
  readonly csv: () => Promise<string>;
  /** The document, which calls its charts `base-ID.svg`. */
  readonly blocks: (base: string) => Promise<readonly Block[]>;
}

/**
 * The files that a target of `--out` stands for. `x.svg`, `x.png` and `x.vl.json` are one file per
 * chart, `x-ID.svg` and so on; `x.md` and `x.csv` bring their charts along as `x-ID.svg` and the data
 * behind them as `x-ID.csv`. The same dossier gives the same bytes.
 *
 * @param path as the user named it, ending in one of {@link REPORT_FORMATS}
 */
export async function reportFiles(
  source: ReportSource,
  path: string,
  format: ReportFormat,
): Promise<ReportFile[]> {
  const base = baseOf(path, format);
  const perChart = async (
    end: string,
    render: (chart: Chart) => Promise<string | Uint8Array> | string,
  ): Promise<ReportFile[]> => {
    const files: ReportFile[] = [];
    for (const chart of source.charts) {
      files.push({ path: nameOf(base, chart.id, end), content: await render(chart) });
    }
    return files;
  };
  switch (format) {
    case '.html':
      return [{ path, content: await source.html() }];
    case '.json':
      return [{ path, content: `${JSON.stringify(source.result, null, 2)}\n` }];
    case '.vl.json':
      return perChart(format, ({ spec }) => `${JSON.stringify(spec, null, 2)}\n`);
    case '.svg': {
      const { renderSvg } = await import('../render/svg.ts');
      return perChart(format, (chart) => renderSvg(chart));
    }
    case '.png': {
      const { renderSvg } = await import('../render/svg.ts');
      const { renderPng } = await import('../render/png.ts');
      return perChart(format, async (chart) => renderPng(await renderSvg(chart)));
    }
    case '.csv': {
      const { chartCsv } = await import('../table/csv.ts');
      return [{ path, content: await source.csv() }, ...(await perChart(format, chartCsv))];
    }
    case '.md': {
      const { renderSvg } = await import('../render/svg.ts');
      const { toMarkdown } = await import('../table/markdown.ts');
      return [
        { path, content: toMarkdown(await source.blocks(base)) },
        ...(await perChart('.svg', (chart) => renderSvg(chart))),
      ];
    }
  }
}

/** The format of a file by the end of its name; undefined where there is none. */
export function reportFormat(path: string): ReportFormat | undefined {
  const lower = path.toLowerCase();
  return [...REPORT_FORMATS]
    .sort((a, b) => b.length - a.length)
    .find((format) => lower.endsWith(format));
}
