import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { Dossier } from '../../dossier/types.ts';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import { InputError } from '../../issues/issue.ts';
import { EXIT } from '../exitCodes.ts';
import { DOUBT_OPTIONS, SCENARIO_OPTIONS, scenarioPositional, SEED } from '../options.ts';
import type { Ready, ScenarioArgs } from '../scenarioArgs.ts';
import type { Drawing } from '../secondThread/startDrawing.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly out: readonly string[];
  readonly static: boolean;
  readonly open: boolean;
  readonly seed: number;
  readonly samples: number;
}

/** `emuprove report`: one self-contained HTML file, or its charts and data in other formats. */
export function reportCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'report [scenario]',
    describe: 'one HTML file with charts, doubt, inputs and sources',
    builder: (yargs: Argv) =>
      scenarioPositional(yargs)
        .options(SCENARIO_OPTIONS)
        .options(DOUBT_OPTIONS)
        .option('samples', {
          describe: 'draws of the distribution',
          group: 'Study:',
          type: 'number',
          default: STUDY_DEFAULTS.montecarlo.samples,
        })
        .option('seed', SEED)
        .option('out', {
          describe: 'file to write: .html, .md, .json, .csv, .svg, .png or .vl.json; - is HTML',
          group: 'Output:',
          type: 'string',
          array: true,
          nargs: 1,
          default: ['emuprove-report.html'],
        })
        .option('static', {
          describe: 'a smaller page without the part that computes',
          group: 'Output:',
          type: 'boolean',
          default: false,
        })
        .option('open', {
          describe: 'show the page in the default browser',
          group: 'Output:',
          type: 'boolean',
          default: false,
        })
        .example('$0 report', 'the default scenario, as emuprove-report.html')
        .example(
          '$0 report cloud-f2 --out f2.html --out f2.png',
          'a page, and a PNG for each chart',
        )
        .example('$0 report saved.json --out again.html', 'from what --out saved.json kept'),
    handler: async (args) => {
      exit(await report(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function report(args: Args, streams: Streams): Promise<number> {
  const { checkTargets, writeReport } = await import('../writeReport.ts');
  // Names of files are checked before any work is done.
  const targets = checkTargets(args.out);
  await checkNumbers(args);
  const { startDrawing } = await import('../secondThread/startDrawing.ts');
  const page = targets.some(({ format }) => format === '.html');
  const drawing = page && !isSaved(args) ? startDrawing(args.static) : undefined;
  const pages: string[] = [];
  try {
    const { dossier, live } = await dossierOf(args, drawing);
    const html = async (): Promise<string> => {
      const { renderHtml } = await import('../../report/html/page.ts');
      const drawn = drawing === undefined ? {} : { drawn: drawing };
      if (args.static) return renderHtml(dossier, { compact: true, ...drawn });
      const ready = await live();
      if ('why' in ready) return renderHtml(dossier, { notLive: ready.why, ...drawn });
      const { liveParts } = await import('../../report/live/liveParts.ts');
      const { loadLiveScript } = await import('../../report/live/loadLiveScript.ts');
      const source = { ...ready, result: dossier.evaluation, script: await loadLiveScript() };
      return renderHtml(dossier, { live: liveParts(source), ...drawn });
    };
    const { dossierSource } = await import('../../report/files/dossierSource.ts');
    pages.push(...(await writeReport(dossierSource(dossier, html), targets, streams)));
  } finally {
    drawing?.end();
  }
  if (args.open) {
    const { openFile } = await import('../openFile.ts');
    for (const page of pages) await openFile(page, streams);
  }
  return EXIT.ok;
}

/**
 * Checks what concerns the draws.
 *
 * @throws InputError for what is out of range, and for what would change a saved result
 */
async function checkNumbers(args: Args): Promise<void> {
  const { seed, samples } = args;
  const { seedOption, wholeOption } = await import('../wholeOption.ts');
  const { MOST_SAMPLES } = await import('../../studies/montecarlo/options.ts');
  seedOption(seed);
  wholeOption('--samples', samples, 1, MOST_SAMPLES);
  const { seed: usualSeed, samples: usualSamples } = STUDY_DEFAULTS.montecarlo;
  if (!isSaved(args) || (seed === usualSeed && samples === usualSamples)) return;
  const message = 'a saved result is shown as it was drawn';
  const expected = 'neither --seed nor --samples; or its scenario instead of its result';
  throw new InputError([{ code: 'usage', message, expected }]);
}

function isSaved({ scenario }: Args): boolean {
  return scenario?.toLowerCase().endsWith('.json') === true;
}

/** What computes in a page, or why nothing does: the end of a sentence. */
type Live = Pick<Ready, 'builtin' | 'scenario' | 'shipped'> | { readonly why: string };

/** Of a scenario, or as it was saved. */
async function dossierOf(
  args: Args,
  drawing: Drawing | undefined,
): Promise<{ dossier: Dossier; live: () => Live | Promise<Live> }> {
  const { scenario: name = '', seed, samples } = args;
  if (isSaved(args)) {
    const { savedReport } = await import('../savedReport.ts');
    return savedReport(name, args);
  }
  const { readyScenario } = await import('../scenarioArgs.ts');
  const ready = await readyScenario(args);
  const { builtin, checked, scenario, shipped } = ready;
  const { buildDossier } = await import('../../dossier/build.ts');
  const dossier = await buildDossier(builtin, scenario, shipped, !checked, {
    seed,
    samples,
    ...(drawing === undefined ? {} : { onPart: drawing.onPart }),
  });
  return { dossier, live: () => ready };
}
