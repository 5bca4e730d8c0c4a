import type { Dossier, MapCell } from '../../dossier/types.ts';
import type { Chart } from '../charts/chart.ts';
import { rowWords, titleAt } from '../charts/mapRows.ts';
import { formatNumber, outcomeText } from '../format.ts';
import type { Block } from './blocks.ts';
import { chartBlocks } from './chartBlocks.ts';
import { doubtBlocks } from './doubtBlocks.ts';
import { evaluationBlocks } from './evaluationBlocks.ts';

/**
 * A report as a document: the evaluation, the charts, and every study.
 *
 * @param charts drawn as files beside the document, each called `base-ID.svg`
 * @param base path of the document without its end
 */
export function dossierBlocks(dossier: Dossier, charts: readonly Chart[], base: string): Block[] {
  const { evaluation, doubt, left } = dossier;
  const studies = Object.entries(doubt ?? {}).flatMap(([kind, study]) =>
    study === null
      ? []
      : [{ kind: 'heading', text: `Study: ${kind}` } as const, ...doubtBlocks(study)],
  );
  return [
    ...evaluationBlocks(evaluation),
    ...chartBlocks(charts, base),
    ...studies,
    ...mapBlocks(dossier),
    ...(left.length > 0
      ? [{ kind: 'heading', text: 'Left out' } as const, { kind: 'list', items: left } as const]
      : []),
  ];
}

/** The best platforms for this prover, each with the core that makes the criterion hardest there. */
function mapBlocks({ map }: Dossier): Block[] {
  if (map.cells.length === 0) return [];
  return [
    { kind: 'heading', text: `Every ${rowWords(map).one} with cores for this prover` },
    {
      kind: 'table',
      columns: [
        { title: rowWords(map).one },
        { title: 'core' },
        { title: 'overhead', align: 'right' },
        { title: 'verdict' },
        { title: 'why' },
      ],
      rows: map.cells.map((cell) => row(map, cell)),
    },
    { kind: 'text', text: map.left },
  ];
}

function row({ platforms, cores }: Dossier['map'], cell: MapCell): string[] {
  return [
    titleAt(platforms, cell.platform),
    titleAt(cores, cell.core),
    cell.ratio === null ? 'not known' : formatNumber(cell.ratio),
    outcomeText(cell.outcome),
    cell.why,
  ];
}
