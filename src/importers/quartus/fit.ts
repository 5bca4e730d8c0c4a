import { countIn, usedOfAvailable } from '../numbers.ts';
import { linesOf, problem } from '../problem.ts';
import type { Figures, Report, ReportReader } from '../types.ts';
import { fitDate, quartusPairs, type Pairs } from './pairs.ts';

/** How the kinds of logic are named, one of which a report has. */
const LOGIC = {
  'Logic utilization (in ALMs)': 'ALM',
  'Total logic elements': 'LE',
} as const;

/** A row of block RAM, as `M10K blocks` or `M9Ks`, with its kilobits in its name. */
const BLOCKS = /^M(\d{1,3})K(?:s| blocks)$/;

const REGISTERS = ['Total registers', 'Total dedicated logic registers'] as const;
const DSP = ['Total DSP Blocks', 'Embedded Multiplier 9-bit elements'] as const;

/** Reads a report of the Quartus fitter: `.fit.rpt` or `.fit.summary`. */
export const readFit: ReportReader = (text) => {
  const lines = linesOf(text);
  const pairs = quartusPairs(lines);
  const logic = Object.entries(LOGIC).filter(([name]) => pairs.has(name));
  const [[name, lutKind] = [], ...others] = logic;
  if (name === undefined || others.length > 0) {
    const expected = Object.keys(LOGIC).join(' or ');
    throw problem('the report does not count its logic in one known kind', undefined, { expected });
  }
  const version = [...pairs].find(([key]) => /^Quartus .{0,40}Version$/.test(key))?.[1].value;
  const stated = (key: string): string | undefined => pairs.get(key)?.value;
  const [design, part, family] = ['Top-level Entity Name', 'Device', 'Family'].map(stated);
  const date = fitDate(pairs);
  const { figures, notes } = figuresOf(pairs, name);
  const report: Report = {
    format: 'quartus-fit',
    tool: 'Quartus',
    ...(version === undefined ? {} : { version: version.split(' ')[0] ?? version }),
    ...(design === undefined ? {} : { design }),
    ...(part === undefined ? {} : { part }),
    ...(family === undefined ? {} : { family }),
    ...(lutKind === undefined ? {} : { lutKind }),
    ...(date === undefined ? {} : { date }),
    routed: true,
    figures,
    notes,
  };
  return report;
};

function figuresOf(pairs: Pairs, logic: string): { figures: Figures; notes: string[] } {
  const notes: string[] = [];
  const used = (name: string): { used: number; available: number } => {
    const found = pairs.get(name);
    if (found === undefined) throw missing(name);
    return usedOfAvailable(found.value, found.line);
  };
  const oneOf = (names: readonly string[]): string => {
    const name = names.find((known) => pairs.has(known));
    if (name === undefined) throw missing(names.join(' or '));
    return name;
  };
  const registers = pairs.get(oneOf(REGISTERS));
  if (registers === undefined) throw missing(REGISTERS[0]);
  const dsp = used(oneOf(DSP));
  return {
    figures: {
      lut: used(logic).used,
      ff: countIn(beforeSlash(registers.value), registers.line),
      ...blockRam(pairs, used, notes),
      dsp: dsp.used,
      dspAvailable: dsp.available,
    },
    notes,
  };
}

/** Blocks by their own name, else as `Total RAM Blocks`, else only whether there are any. */
function blockRam(
  pairs: Pairs,
  used: (name: string) => { used: number },
  notes: string[],
): Pick<Figures, 'bram' | 'bramKbit'> {
  const named = [...pairs.keys()].flatMap((name) => {
    const kbit = BLOCKS.exec(name)?.[1];
    return kbit === undefined ? [] : [{ name, kbit: Number(kbit) }];
  });
  const taken = named.filter(({ name }) => used(name).used > 0);
  const [block, ...others] = taken.length > 0 ? taken : named;
  if (block !== undefined && taken.length < 2) {
    return { bram: used(block.name).used, ...(others.length > 0 ? {} : { bramKbit: block.kbit }) };
  }
  if (taken.length > 1) {
    const names = taken.map(({ name }) => name).join(' and ');
    throw problem(`block RAMs of two sizes, ${names}, do not fit one column`, undefined, {
      expected: 'a design with one kind of block',
    });
  }
  if (pairs.has('Total RAM Blocks')) return { bram: used('Total RAM Blocks').used };
  const bits = used('Total memory bits').used;
  if (bits === 0) return { bram: 0 };
  notes.push(`${bits} bits of block RAM: the summary does not say in how many blocks`);
  return {};
}

/** Registers stand with or without what there is. */
function beforeSlash(text: string): string {
  const at = text.indexOf('/');
  return at < 0 ? text : text.slice(0, at);
}

function missing(name: string): Error {
  return problem(`the report does not state ${name}: it is cut, or of another version`);
}
