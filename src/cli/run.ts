import yargs from 'yargs';
import { formatIssues } from '../issues/format.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { backtestCommand } from './commands/backtest.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { breakEvenCommand } from './commands/breakeven.ts';
import { compareCommand } from './commands/compare.ts';
import { gridCommand } from './commands/grid.ts';
import { montecarloCommand } from './commands/montecarlo.ts';
import { morrisCommand } from './commands/morris.ts';
import { sobolCommand } from './commands/sobol.ts';
import { optimizeCommand } from './commands/optimize.ts';
import { sweepCommand } from './commands/sweep.ts';
import { tornadoCommand } from './commands/tornado.ts';
import { costCommand } from './commands/cost.ts';
import { explainCommand } from './commands/explain.ts';
import { importCommand } from './commands/import.ts';
import { listCommand } from './commands/list.ts';
import { phasesCommand } from './commands/phases.ts';
import { reportCommand } from './commands/report.ts';
import { validateCommand } from './commands/validate.ts';
import { EXIT } from './exitCodes.ts';
import type { Streams } from './streams.ts';

/** The commands by name; a word that is none of them is a mistake, not an argument of the default. */
const COMMANDS = [
  'evaluate',
  'explain',
  'montecarlo',
  'tornado',
  'sobol',
  'morris',
  'breakeven',
  'grid',
  'compare',
  'sweep',
  'optimize',
  'cost',
  'phases',
  'backtest',
  'report',
  'import',
  'list',
  'validate',
  'completion',
];

/** Options and positionals that may hold several values. */
const REPEATABLE = [
  'set',
  'unit',
  'datasets',
  'out',
  'check',
  'file',
  'choose',
  'correlate',
  'output',
  'group',
  'together',
  'over',
  'where',
  'column',
  'a',
  'b',
  'over',
  'subject-to',
  'subjectTo',
  'without',
];

/** Options that are about the program and not about a scenario. */
const ABOUT = ['--help', '--version', '--get-yargs-completions'];

/** yargs takes a dash by itself for no value: `--out -` becomes one word, any other dash a path. */
function joinDash(word: string, i: number, all: readonly string[]): string[] {
  if (word === '--out' && all[i + 1] === '-') return ['--out=-'];
  if (word !== '-') return [word];
  return all[i - 1] === '--out' ? [] : ['/dev/stdin'];
}

/** Bad usage, as yargs found it. */
class UsageError extends Error {}

/**
 * Runs the command line.
 *
 * @param argv arguments after the program's name
 * @param version version of the package
 * @returns the exit code
 */
export async function run(
  argv: readonly string[],
  version: string,
  streams: Streams,
): Promise<number> {
  let code: number = EXIT.ok;
  const exit = (value: number): void => {
    code = value;
  };
  const verbose = argv.includes('--verbose');
  const [first] = argv;
  if (first !== undefined && !first.startsWith('-') && !COMMANDS.includes(first)) {
    const suggestion = nearest(first, COMMANDS);
    const hint = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
    streams.err(`There is no command ${quote(first)}${hint}\nSee emuprove --help.\n`);
    return EXIT.input;
  }
  // Without a command it evaluates; asking for help or the version is about all of it.
  const about = argv.some((arg) => ABOUT.includes(arg));
  const words = (
    about || COMMANDS.includes(first ?? '') ? [...argv] : ['evaluate', ...argv]
  ).flatMap(joinDash);
  const parser = yargs()
    .scriptName('emuprove')
    .usage(
      '$0 <command>\n\nHow many RISC-V cores does an FPGA run, how many FPGAs does it take to prove one,\nand does the ratio pass the Speed Phase 2 criterion?',
    )
    .command(evaluateCommand(streams, exit))
    .command(explainCommand(streams, exit))
    .command(montecarloCommand(streams, exit))
    .command(tornadoCommand(streams, exit))
    .command(sobolCommand(streams, exit))
    .command(morrisCommand(streams, exit))
    .command(breakEvenCommand(streams, exit))
    .command(gridCommand(streams, exit))
    .command(compareCommand(streams, exit))
    .command(sweepCommand(streams, exit))
    .command(optimizeCommand(streams, exit))
    .command(costCommand(streams, exit))
    .command(phasesCommand(streams, exit))
    .command(backtestCommand(streams, exit))
    .command(reportCommand(streams, exit))
    .command(importCommand(streams, exit))
    .command(listCommand(streams, exit))
    .command(validateCommand(streams, exit))
    .completion('completion', 'print a completion script for your shell (add it to ~/.bashrc)')
    .option('verbose', { describe: 'stack traces of faults', group: 'Other:', type: 'boolean' })
    .group(['help', 'version'], 'Other:')
    .epilogue('Exit codes: 0 done, 1 fault of the program, 2 bad usage or input, 3 --check failed.')
    .parserConfiguration({ 'duplicate-arguments-array': true, 'parse-numbers': true })
    .check((args) => {
      for (const [name, value] of Object.entries(args)) {
        if (name === '_' || !Array.isArray(value) || REPEATABLE.includes(name)) continue;
        throw new UsageError(`--${name} can be given once only`);
      }
      return true;
    }, true)
    .strict()
    .version(version)
    .help()
    .wrap(Math.min(100, streams.width ?? 100))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw error ?? new UsageError(message ?? 'bad usage');
    });
  try {
    if (first === 'completion') {
      parser.showCompletionScript();
      return EXIT.ok;
    }
    await parser.parseAsync(words, {}, (_error, _args, output) => {
      if (output !== '') streams.out(`${output}\n`);
    });
    return code;
  } catch (error) {
    return report(error, verbose, streams);
  }
}

function report(error: unknown, verbose: boolean, streams: Streams): number {
  if (error instanceof InputError) {
    streams.err(`${formatIssues(error.issues)}\n`);
    return EXIT.input;
  }
  if (error instanceof UsageError || (error as Error).name === 'YError') {
    streams.err(`${(error as Error).message}\nSee emuprove --help.\n`);
    return EXIT.input;
  }
  const { message, stack } = error as Error;
  streams.err(`emuprove failed: ${message}\n`);
  streams.err(
    verbose ? `${stack ?? ''}\n` : 'This is a fault of the program; --verbose shows where.\n',
  );
  return EXIT.internal;
}
