import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSecondThread } from '../../src/cli/secondThread/secondThread.ts';
import { startDrawing } from '../../src/cli/secondThread/startDrawing.ts';
import { boundsChart, readingsChart, renderSvg, type Chart } from '../../src/report/index.ts';
import { RESULT } from '../report/fixture.ts';

// Where packages are found, as those that stay packages are from a bundle in dist/.
const directory = mkdtempSync(join(import.meta.dirname, '../../node_modules/.second-'));
const script = pathToFileURL(join(directory, 'second.mjs'));

/** One thread does it all where there is one core. */
const alone = availableParallelism() < 2;

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '../../src/cli/secondThread/worker.ts')],
    outfile: join(directory, 'second.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['dejavu-fonts-ttf'],
    logLevel: 'warning',
  });
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

const charts = [readingsChart(RESULT), boundsChart(RESULT, 'narrow')].filter((one) => one !== null);

it.skipIf(alone)('draws the same charts as this thread, and says so where it can not', async () => {
  const second = startSecondThread(script);
  if (second === undefined) throw new Error('no second thread');
  const options = { title: false, idSuffix: '-x' };
  const broken = { ...(charts[0] as Chart), spec: { mark: 'no such mark' } as never };
  const asked = [...charts, broken].map((chart) => second.draw({ chart, options }));
  const here = await Promise.all(charts.map((chart) => renderSvg(chart, options)));
  expect(await Promise.all(asked)).toEqual([...here, undefined]);
  const [chart] = charts as [Chart];
  // What can not be sent is no fault of the thread.
  const late = second.draw({ chart: { ...chart, title: (() => '') as never }, options });
  const pending = second.draw({ chart, options });
  second.end();
  expect(await Promise.all([late, pending, second.draw({ chart, options })])).toEqual([
    ...[undefined, undefined, undefined],
  ]);
});

it('leaves it all to this thread where there is no script', () => {
  expect(startSecondThread(pathToFileURL(join(tmpdir(), 'not-there.mjs')))).toBeUndefined();
});

it.skipIf(alone)('gives up what it was asked for when the thread fails', async () => {
  const path = join(directory, 'failing.mjs');
  writeFileSync(path, 'throw new Error("no");');
  const second = startSecondThread(pathToFileURL(path));
  if (second === undefined) throw new Error('no second thread');
  const asked = { chart: charts[0] as Chart, options: {} };
  expect(await second.draw(asked)).toBeUndefined();
  expect(await second.draw(asked)).toBeUndefined();
});

it.skipIf(alone)('draws each chart once, when what it shows is known', async () => {
  const drawing = startDrawing(true, script);
  if (drawing === undefined) throw new Error('no second thread');
  expect(drawing.chart('readings', 'wide')).toBeUndefined();
  drawing.onPart({ evaluation: RESULT });
  const chart = drawing.chart('readings', 'wide');
  drawing.onPart({ evaluation: RESULT, doubt: null });
  expect(drawing.chart('readings', 'wide')).toBe(chart);
  expect([drawing.chart('readings', 'narrow'), drawing.chart('grid', 'wide')]).toEqual([
    undefined,
    undefined,
  ]);
  const options = { title: false, idSuffix: '' };
  if (chart === undefined) throw new Error('no chart');
  expect(await drawing.draw(chart, options)).toBe(await renderSvg(chart, options));
  // One that it does not know is drawn here.
  const other = { ...chart };
  expect(await drawing.draw(other, options)).toBe(await renderSvg(chart, options));
  drawing.end();
});
