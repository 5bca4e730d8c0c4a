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
  const { dossier, ready } = await dossierOf(args);
  const html = async (): Promise<string> => {
    const { renderHtml } = await import('../../report/html/page.ts');
    if (args.static || ready === undefined) return renderHtml(dossier, { compact: args.static });
    const { liveParts } = await import('../../report/live/liveParts.ts');
    const { loadLiveScript } = await import('../../report/live/loadLiveScript.ts');
    const source = { ...ready, result: dossier.evaluation, script: await loadLiveScript() };
    return renderHtml(dossier, { live: liveParts(source) });
  };
  const pages = await writeReport(dossier, targets, html, streams);
  if (args.open) {
    const { openFile } = await import('../openFile.ts');
    for (const page of pages) await openFile(page, streams);
  }
  return EXIT.ok;
}

/** Of a scenario, or as it was saved: what computed that is not known, so that it only shows. */
async function dossierOf(args: Args): Promise<{ dossier: Dossier; ready?: Ready }> {
  const { scenario: name, seed } = args;
  if (name?.toLowerCase().endsWith('.json') === true) {
    const { readSavedReport } = await import('../../dossier/read.ts');
    const { readTextFile } = await import('../../files/readTextFile.ts');
    return { dossier: readSavedReport(readTextFile(name), name) };
  }
  const { seedOption } = await import('../wholeOption.ts');
  seedOption(seed);
  const { readyScenario } = await import('../scenarioArgs.ts');
  const ready = await readyScenario(args);
  const { builtin, checked, scenario, shipped } = ready;
  const { buildDossier } = await import('../../dossier/build.ts');
  return { ready, dossier: await buildDossier(builtin, scenario, shipped, !checked, { seed }) };
}
