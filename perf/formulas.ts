import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compile, type Executable } from '../src/formula/compile.ts';
import { reachable } from '../src/formula/graph.ts';
import { interpret } from '../src/formula/interpret.ts';
import { simplify } from '../src/formula/simplify.ts';
import { compileC, writeColumns } from './cProgram.ts';
import { coldStart } from './coldStart.ts';
import { cSource } from './cSource.ts';
import { mathjsModel } from './mathjsModel.ts';
import { measuredModel, ROOT } from './model.ts';
import { cpuTime, timePaired, type Case } from './paired.ts';
import { randomColumns } from './rows.ts';
import { compare, median, spread, type Spread } from './statistics.ts';
import { tablesFor } from './tables.ts';

const ROWS = 2 ** 16;
/** mathjs is so slow that it gets fewer rows. */
const MATHJS_ROWS = 200;
const PASSES = 3;

/**
 * Measures how fast the formulas of the default scenario are evaluated, and prints it.
 *
 * @param rounds how often every case takes its turn
 * @param out directory for what is generated, and for result.json
 */
export async function measureFormulas(rounds: number, out: string): Promise<void> {
  const model = measuredModel(ROOT);
  const { roots, inputs } = model;
  const columns = randomColumns(inputs, ROWS, 1);
  const simplified = simplify(roots) ?? { roots, demands: [] };
  const tables = tablesFor(roots, columns, ROWS);
  const input = join(out, 'columns.bin');
  writeColumns(input, columns, ROWS);
  const parts = { inputs: inputs.length, curve: model.curve, tables };
  const plainSource = cSource({ ...parts, graph: { roots, demands: [] } });
  const plainC = compileC('model', plainSource, out, input, ROWS, roots.length);
  const quickSource = cSource({ ...parts, graph: simplified });
  const quickC = compileC('simplified', quickSource, out, input, ROWS, roots.length);
  const generated = compile(roots, inputs.length, 0);
  const [native, plain] = [true, false].map((how) => interpret(roots, { native: how })) as [
    ...[Executable, Executable],
  ];
  const mathjs = mathjsModel(roots);

  const newColumns = (): Float64Array[] => roots.map(() => new Float64Array(ROWS));
  const results = { columns: newColumns(), scalar: newColumns(), mathjs: newColumns() };
  const bad = native.columns(columns, results.columns, 0, ROWS);

  const runC = (): number => median(plainC.run(PASSES).passes) / ROWS;
  const cases: Case[] = [
    { name: 'C', run: runC },
    { name: 'C, simplified graph', run: () => median(quickC.run(PASSES).passes) / ROWS },
    ...Object.entries({
      'columns, WebAssembly': native,
      'columns, interpreted': plain,
      'columns, generated': generated,
    }).map(([name, functions]) => ({
      name,
      run: () => perRow(ROWS, () => functions.columns(columns, results.columns, 0, ROWS)),
    })),
    {
      name: 'scalar, generated',
      run: () => perRow(ROWS, () => rowByRow(generated.scalar, columns, results.scalar, ROWS)),
    },
    {
      name: 'mathjs evaluate',
      run: () =>
        perRow(MATHJS_ROWS, () => rowByRow(mathjs.row, columns, results.mathjs, MATHJS_ROWS)),
    },
  ];

  const timed = await timePaired(runC, cases, rounds);
  const mathjsToC = timed.find(({ name }) => name === 'mathjs evaluate')?.ratios ?? [];
  const report = timed.map(({ name, ns, ratios, toReference }) => ({
    name,
    rowsPerSecond: 1e9 / ns,
    toC: toReference,
    toMathjs: spread(ratios.map((ratio, i) => ratio / (mathjsToC[i] ?? NaN))),
  }));
  const [c, quick] = [plainC.outputs(), quickC.outputs()];
  const agreement = model.outputs.map((name, k) => {
    const [mine, one] = [results.columns[k], results.scalar[k]] as [Float64Array, Float64Array];
    return {
      name,
      c: compare(mine, c[k] ?? mine, ROWS),
      simplifiedC: compare(mine, quick[k] ?? mine, ROWS),
      scalar: compare(mine, one, ROWS),
      mathjs: compare(mine, results.mathjs[k] ?? mine, MATHJS_ROWS),
    };
  });
  const starts = coldStart(ROOT, rounds);

  const show = ({ median: mid, min, max }: Spread, digits = 3): string =>
    [mid, min, max].map((x) => x.toPrecision(digits).padStart(8)).join(' ');
  const sizes = `${reachable(roots).length} nodes, ${reachable([...simplified.roots, ...simplified.demands]).length} simplified, ${mathjs.expressions} mathjs expressions`;
  console.log(`${process.version}, ${cpus()[0]?.model ?? '?'}, ${rounds} rounds`);
  console.log(
    `${inputs.length} inputs vary, ${roots.length} outputs, ${sizes}; ${ROWS} rows, ${bad} without a value\n`,
  );
  console.log(
    `${''.padEnd(22)}${'rows/s'.padStart(10)}   relative to C (median, min, max)   relative to mathjs`,
  );
  for (const { name, rowsPerSecond, toC: ratio, toMathjs } of report) {
    const rate = Math.round(rowsPerSecond).toLocaleString('en');
    console.log(
      `${name.padEnd(22)}${rate.padStart(10)}   ${show(ratio)}         ${show(toMathjs)}`,
    );
  }
  console.log('\nlargest relative difference to columns (rows where only one has a value)');
  for (const { name, ...others } of agreement) {
    const shown = Object.entries(others).map(
      ([other, { relative, apart }]) => `${other} ${relative.toExponential(1)} (${apart})`,
    );
    console.log(`${name.padEnd(22)}${shown.join('   ')}`);
  }
  console.log('\ncold start over `node -e 0`, ms (median, min, max)');
  if (starts === undefined) console.log('not built: run npm run build first');
  for (const { command, over, bare } of starts ?? []) {
    console.log(`${command.padEnd(22)}${show(over)}   (bare ${bare.median.toFixed(0)})`);
  }
  const worst = Math.max(...agreement.map((entry) => entry.c.relative));
  const apart = agreement.some((entry) => entry.c.apart > 0);
  if (!(worst <= 1e-12) || apart) {
    console.error(`C and JavaScript disagree: ${worst}`);
    process.exitCode = 1;
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, rows: ROWS, rounds, sizes, bad };
  writeFileSync(
    join(out, 'result.json'),
    `${JSON.stringify({ machine, report, agreement, starts }, null, 2)}\n`,
  );
}

/** Runs a function of one row on the first rows. */
function rowByRow(
  row: (inputs: Float64Array, outputs: Float64Array) => void,
  columns: readonly Float64Array[],
  target: readonly Float64Array[],
  rows: number,
): void {
  const from = new Float64Array(columns.length);
  const to = new Float64Array(target.length);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < from.length; k++) from[k] = columns[k]?.[i] ?? NaN;
    row(from, to);
    for (let k = 0; k < to.length; k++) (target[k] as Float64Array)[i] = to[k] ?? NaN;
  }
}

/** Nanoseconds of processor time a row, the median of some passes. */
function perRow(rows: number, work: () => void): number {
  return median(Array.from({ length: PASSES }, () => cpuTime(work) / rows));
}
