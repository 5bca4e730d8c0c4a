import type { Dossier } from '../../../dossier/types.ts';
import type { ChartId } from '../../charts/all.ts';
import { rowWords } from '../../charts/mapRows.ts';
import { html, type Content, type Html } from '../html.ts';

/** Draws a chart of the report. */
export type Draw = (id: ChartId) => Promise<Html>;

/** Which inputs decide, by two studies. */
export async function decidesSection({ doubt }: Dossier, draw: Draw): Promise<Html | undefined> {
  if (doubt === null) return undefined;
  const words =
    'First each input alone over its 5–95 % range, the others as they are; then, when all of them vary, the share of the spread of the ratio that each is behind, and of the doubt of the whole verdict.';
  // A verdict that is the same in all draws has no doubt to share.
  const shares = (['sobol', 'sobol-verdict'] as const).filter(
    (_, k) => (doubt.sobol?.result.outputs[k]?.variance ?? 0) > 0,
  );
  const sobol: Html[] = [];
  for (const id of shares) sobol.push(await draw(id));
  return section('decides', 'What decides it', words, [await draw('tornado'), ...sobol]);
}

/** The ratio over the two inputs that move it most. */
export async function gridSection({ doubt }: Dossier, draw: Draw): Promise<Html | undefined> {
  if (doubt === null || doubt.grid === null) return undefined;
  const words = 'Everything else as it is, without doubt.';
  return section('two-inputs', 'The two inputs that move it most', words, [await draw('grid')]);
}

/** Platforms and cores for the same prover. */
export async function mapSection({ map }: Dossier, draw: Draw): Promise<Html | undefined> {
  if (map.cells.length === 0) return undefined;
  const words = `Every ${rowWords(map).one} of which enough is known, with the core of this scenario and those that run most on its device.`;
  return section('map', 'Where else this prover would qualify', words, [await draw('map')]);
}

/** Segments of other sizes. */
export async function scalingSection({ scaling }: Dossier, draw: Draw): Promise<Html | undefined> {
  if (scaling === null) return undefined;
  const words =
    'A larger segment spreads what is done once per proof over more instructions, and takes more memory and more time.';
  return section('scaling', 'Larger and smaller segments', words, [await draw('scaling')]);
}

/** Devices by the rate of the guest. */
export async function realTimeSection(
  { realTime, evaluation }: Dossier,
  draw: Draw,
): Promise<Html | undefined> {
  if (realTime === null) return undefined;
  const things = evaluation.scenario.technology === undefined ? 'FPGAs' : 'Chips';
  const words =
    'More devices keep up with a faster guest; none of them makes the delay of a proof shorter.';
  return section('real-time', `${things} for a guest in real time`, words, [
    await draw('real-time'),
  ]);
}

function section(id: string, heading: string, words: Content, figures: readonly Html[]): Html {
  return html`<section id="${id}">
    <h2>${heading}</h2>
    <p>${words}</p>
    ${figures}
  </section>`;
}
