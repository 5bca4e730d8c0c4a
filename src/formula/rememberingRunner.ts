import type { Runner } from './interpret.ts';
import type { Column } from './kernels.ts';
import type { Program } from './lower.ts';

/**
 * Runs a program and keeps every column, so that a step whose operands are what they were in the last
 * call is not done again. That is most steps where one input moves at a time, as in a break-even; where
 * all move, sharing columns is quicker.
 *
 * @param program what to run
 * @param rows most rows of a call
 */
export function rememberingRunner(program: Program, rows: number): Runner {
  const registers = [
    ...program.constants.keys(),
    ...program.inputs.keys(),
    ...program.steps.map(({ out }) => out),
  ];
  const columns: Column[] = [];
  for (const register of registers) columns[register] = new Float64Array(rows);
  for (const [register, value] of program.constants) columns[register]?.fill(value);
  const changed = new Uint8Array(columns.length);
  const steps = program.steps.map(({ kernel, out, args }) => {
    // A kernel looks at up to four columns, and not at those that a step has no operand for.
    const [a = out, b = a, c = a, d = a] = args;
    return { kernel, out, a, b, c, d };
  });
  const results = program.results.map((register) => columns[register] as Column);
  // Rows in which every column is what the last call made it.
  let kept = 0;
  return {
    run: (inputs, start, n) => {
      const all = n > kept;
      // Until it is done, columns are neither what they were nor what they shall be.
      kept = 0;
      for (const [register, slot] of program.inputs) {
        const input = inputs[slot];
        if (input === undefined) throw new RangeError(`no column for input ${slot}`);
        const own = columns[register] as Column;
        const moves = all || differs(own, input, start, n);
        if (moves) own.set(input.subarray(start, start + n));
        changed[register] = moves ? 1 : 0;
      }
      for (const { kernel, out, a, b, c, d } of steps) {
        const moves =
          all || changed[a] === 1 || changed[b] === 1 || changed[c] === 1 || changed[d] === 1;
        changed[out] = moves ? 1 : 0;
        if (!moves) continue;
        kernel(
          n,
          columns[out] as Column,
          columns[a] as Column,
          columns[b] as Column,
          columns[c] as Column,
          columns[d] as Column,
        );
      }
      kept = n;
      return results;
    },
  };
}

/** Whether some rows of a column are not what another one holds from its first row on. */
export function differs(own: Column, other: Column, start: number, n: number): boolean {
  for (let i = 0; i < n; i++) if (!Object.is(own[i], other[start + i])) return true;
  return false;
}
