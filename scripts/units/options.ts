import { parseArgs } from 'node:util';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { nearest } from '../../src/issues/nearest.ts';
import { quote } from '../../src/issues/quote.ts';
import type { Design } from './designs/design.ts';
import { FLOWS } from './flows/flow.ts';
import { designsOf, type Unit } from './rows/unit.ts';

/** What the command line asks for. */
export interface Options {
  /** Designs and rows that are named; all designs if none is. */
  readonly names: readonly string[];
  /** Directory of the results. */
  readonly out: string;
  /** Table of units that the results are compared with. */
  readonly compare?: string;
  readonly list: boolean;
  readonly help: boolean;
  /** Flows beside those that the rows need. */
  readonly flows: readonly string[];
  /** Liberty file for one more flow. */
  readonly liberty?: string;
  /** Seed of the random vectors. */
  readonly seed: number;
  /** Year and month that the rows bear; that of the clock if it is left out. */
  readonly date?: string;
  /** Designs that are worked on at once. */
  readonly jobs: number;
}

/** Text of `--help`. */
export const USAGE = `npm run units -- [DESIGN or ROW…] [options]

Generates the Verilog of hardware units, checks it against software models in Icarus Verilog,
synthesises it with Yosys, and writes rows for datasets/units.csv.

  --list           designs and the rows that they lead to
  --out DIR        results, kept from run to run            [scripts/units/out/run]
  --compare FILE   print the results beside those of a table such as datasets/units.csv
  --flow FLOW      one more flow: ${FLOWS.map(({ id }) => id).join(', ')}; repeatable
  --liberty FILE   synthesise for this library as well, for its area
  --seed N         of the random vectors                    [1]
  --date YYYY-MM   that the rows bear                       [this month]
  --jobs N         designs at once                          [1]
`;

/**
 * Reads the arguments.
 *
 * @throws InputError if they are wrong
 */
export function readOptions(args: readonly string[], out: string): Options {
  const { values, positionals } = parse(args);
  const issues: Issue[] = [];
  const wanted = (option: string, text: string, expected: string): void => {
    issues.push({
      code: 'option',
      message: `--${option} can not be used`,
      expected,
      received: quote(text),
    });
  };
  const count = (option: 'seed' | 'jobs'): number => {
    const text = values[option] ?? '1';
    if (!/^[1-9]\d{0,8}$/.test(text)) wanted(option, text, 'a whole number above 0');
    return Number(text);
  };
  const flows = values.flow ?? [];
  for (const flow of flows) {
    const known = FLOWS.map(({ id }) => id);
    if (!known.includes(flow)) wanted('flow', flow, `one of ${known.join(', ')}`);
  }
  if (values.date !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(values.date)) {
    wanted('date', values.date, 'year and month, such as 2026-11');
  }
  const options = {
    names: positionals,
    out: values.out ?? out,
    list: values.list ?? false,
    help: values.help ?? false,
    flows,
    seed: count('seed'),
    jobs: count('jobs'),
    ...(values.compare === undefined ? {} : { compare: values.compare }),
    ...(values.liberty === undefined ? {} : { liberty: values.liberty }),
    ...(values.date === undefined ? {} : { date: values.date }),
  };
  if (issues.length > 0) throw new InputError(issues);
  return options;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        help: { type: 'boolean' },
        out: { type: 'string' },
        compare: { type: 'string' },
        flow: { type: 'string', multiple: true },
        liberty: { type: 'string' },
        seed: { type: 'string' },
        date: { type: 'string' },
        jobs: { type: 'string' },
      },
    });
  } catch (error) {
    throw new InputError([{ code: 'usage', message: (error as Error).message }]);
  }
}

/**
 * The designs that are named, or those that the named rows are made of; all if nothing is named.
 *
 * @throws InputError with the nearest name if one is unknown
 */
export function chosen(
  names: readonly string[],
  designs: readonly Design[],
  units: readonly Unit[],
): readonly Design[] {
  if (names.length === 0) return designs;
  const byName = new Map<string, readonly Design[]>(designs.map((design) => [design.id, [design]]));
  for (const unit of units) {
    for (const id of Object.values(unit.ids)) byName.set(id, designsOf(unit));
  }
  const unknown = names.filter((name) => !byName.has(name));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((name) => {
        const suggestion = nearest(name, byName.keys());
        return {
          code: 'unknown-name',
          message: `there is no design or row ${quote(name)}; --list shows all`,
          ...(suggestion === undefined ? {} : { suggestion }),
        };
      }),
    );
  }
  return [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
}
