import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { growTo, instantiate, type Memory } from '../../src/wasm/webAssembly.ts';

it('is nothing for what is no module', () => {
  expect(instantiate(Uint8Array.of(0, 1, 2, 3))).toBeUndefined();
});

it('says where there is no room', () => {
  const memory = {
    buffer: new ArrayBuffer(65_536),
    grow: () => {
      throw new RangeError('no room');
    },
  } as Memory;
  expect(growTo(memory, 65_536)).toBe(true);
  expect(growTo(memory, 65_537)).toBe(false);
});

it('leaves all to its twins where code from WebAssembly is forbidden', async () => {
  const contents = `
    export { machine } from './src/formula/wasm/machine.ts';
    export { nativeSums } from './src/studies/sobol/countedSums.ts';
    export { columnQuantile } from './src/studies/distributions/columnQuantile.ts';
    export { sobolSampler } from './src/studies/sampling/sobol.ts';`;
  const resolveDir = new URL('../..', import.meta.url).pathname;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'all',
    logLevel: 'warning',
  });
  const script = `${outputFiles[0]?.text ?? ''}
    const column = new Float64Array(64);
    all.sobolSampler(1, { seed: 1 }).fill([column], 0, 64);
    all.columnQuantile({ kind: 'pert', low: 0, mode: 1, high: 3 })(column, 0, 64);
    [all.machine() === undefined, all.nativeSums(4, 1) === undefined, column.join()].join(' ')`;
  const [forbidden, allowed] = [false, true].map((wasm) => {
    const context = createContext({}, { codeGeneration: { strings: true, wasm } });
    return String(runInContext(script, context)).split(' ');
  }) as [string[], string[]];
  expect(forbidden.slice(0, 2)).toEqual(['true', 'true']);
  expect(allowed.slice(0, 2)).toEqual(['false', 'false']);
  // The same bits.
  expect(forbidden[2]).toBe(allowed[2]);
});
