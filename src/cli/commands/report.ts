import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { Dossier } from '../../dossier/types.ts';
import { EXIT } from '../exitCodes.ts';
import { DOUBT_OPTIONS, SCENARIO_OPTIONS, scenarioPositional, SEED } from '../options.ts';
import type { Ready, ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly out: readonly string[];
  readonly static: boolean;
  readonly open: boolean;
  readonly seed: number;
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
  const { dossier, live } = await dossierOf(args);
  const html = async (): Promise<string> => {
    const { renderHtml } = await import('../../report/html/page.ts');
    if (args.static) return renderHtml(dossier, { compact: true });
    const ready = await live();
    if ('why' in ready) return renderHtml(dossier, { notLive: ready.why });
    const { liveParts } = await import('../../report/live/liveParts.ts');
    const { loadLiveScript } = await import('../../report/live/loadLiveScript.ts');
    const source = { ...ready, result: dossier.evaluation, script: await loadLiveScript() };
    return renderHtml(dossier, { live: liveParts(source) });
  };
  const { dossierSource } = await import('../../report/files/dossierSource.ts');
  const pages = await writeReport(dossierSource(dossier, html), targets, streams);
  if (args.open) {
    const { openFile } = await import('../openFile.ts');
    for (const page of pages) await openFile(page, streams);
  }
  return EXIT.ok;
}

/** What computes in a page, or why nothing does: the end of a sentence. */
type Live = Pick<Ready, 'builtin' | 'scenario' | 'shipped'> | { readonly why: string };

/** Of a scenario, or as it was saved. */
async function dossierOf(
  args: Args,
): Promise<{ dossier: Dossier; live: () => Live | Promise<Live> }> {
  const { scenario: name, seed } = args;
  if (name?.toLowerCase().endsWith('.json') === true) {
    const { savedReport } = await import('../savedReport.ts');
    return savedReport(name, args);
  }
  const { seedOption } = await import('../wholeOption.ts');
  seedOption(seed);
  const { readyScenario } = await import('../scenarioArgs.ts');
  const ready = await readyScenario(args);
  const { builtin, checked, scenario, shipped } = ready;
  const { buildDossier } = await import('../../dossier/build.ts');
  const dossier = await buildDossier(builtin, scenario, shipped, !checked, { seed });
  return { dossier, live: () => ready };
}
