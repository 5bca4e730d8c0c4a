import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../model.ts';
import { spread, type Spread } from '../statistics.ts';
import { spawnTask, type Taken } from './runTask.ts';
import { measuredStudy } from './study.ts';
import { INPUTS, SCALING, TASKS } from './tasks.ts';
import { measureThroughput, type Throughput } from './throughput.ts';

/**
 * Measures the studies of the default scenario, and prints it.
 *
 * @param rounds how often every case takes its turn
 * @param out directory for what is generated and installed, and for studies.json
 */
export async function measureStudies(rounds: number, out: string): Promise<void> {
  const load = [loadavg()[0] ?? NaN];
  console.log(
    `${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? '?'}, ${rounds} rounds`,
  );
  const some = await measureThroughput(measuredStudy(ROOT, INPUTS), rounds, out, true);
  printThroughput(some);
  const all = await measureThroughput(measuredStudy(ROOT), rounds, out, false);
  printThroughput(all);
  const tasks = measureTasks(rounds);
  load.push(loadavg()[0] ?? NaN);
  console.log(
    `\nload of the machine, this measurement included: ${load.map((x) => x.toFixed(1)).join(' at the start, ')} at the end`,
  );
  writeFileSync(
    join(out, 'studies.json'),
    `${JSON.stringify({ load, some, all, tasks }, null, 2)}\n`,
  );
  const wrong = [...some.disagreements, ...all.disagreements];
  wrong.forEach((text) => console.error(`these disagree: ${text}`));
  if (wrong.length > 0) process.exitCode = 1;
}

function printThroughput({ inputs, rows, remarks }: Throughput): void {
  console.log(`\nMonte Carlo on one thread, ${inputs} inputs vary`);
  console.log(
    `${''.padEnd(26)}${'samples/s'.padStart(10)}   relative to C (median, min, max)   relative to NumPy`,
  );
  for (const { name, samplesPerSecond, toC, toNumpy } of rows) {
    const rate = Math.round(samplesPerSecond).toLocaleString('en').padStart(10);
    console.log(`${name.padEnd(26)}${rate}   ${show(toC)}         ${toNumpy ? show(toNumpy) : ''}`);
  }
  remarks.forEach((text) => console.log(text));
}

/** Every task in turns, each in a process of its own. */
function measureTasks(rounds: number): Record<string, readonly Taken[]> {
  const taken: Record<string, Taken[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(TASKS)) (taken[name] ??= []).push(spawnTask(name));
  }
  console.log('\nfrom a cold start, in a process of its own');
  console.log(`${''.padEnd(46)}seconds (median, min, max)        CPU s      rows/s        MB`);
  for (const [name, list] of Object.entries(taken)) {
    const of = (pick: (one: Taken) => number): Spread => spread(list.map(pick));
    const rate = of(({ rows, wall }) => rows / wall).median;
    const shown = [
      of(({ cpu }) => cpu).median.toPrecision(3),
      Math.round(rate).toLocaleString('en'),
      of(({ memory }) => memory).median.toFixed(0),
    ];
    console.log(
      `${name.padEnd(46)}${show(of(({ wall }) => wall))}   ${shown.map((text) => text.padStart(10)).join('')}`,
    );
  }
  console.log('\nhow many times as fast with two threads as with one (median, min, max)');
  for (const [one, two] of SCALING) {
    const ratios = (taken[one] ?? []).map(({ wall }, k) => wall / (taken[two]?.[k]?.wall ?? NaN));
    console.log(`${one.replace(/, 1 thread$/, '').padEnd(40)}${show(spread(ratios))}`);
  }
  return taken;
}

function show({ median, min, max }: Spread): string {
  return [median, min, max].map((x) => x.toPrecision(3).padStart(9)).join(' ');
}
