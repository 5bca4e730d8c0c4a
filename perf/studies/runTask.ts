import { spawnSync } from 'node:child_process';
import { TASKS } from './tasks.ts';

/** What a task took. */
export interface Taken {
  readonly rows: number;
  /** Seconds that passed, and seconds of processor time of all threads. */
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes of memory of the process, at most. */
  readonly memory: number;
}

/** Runs a task in this process, which should have done nothing before, and prints what it took. */
export async function runTask(name: string, root: string): Promise<void> {
  const ready = TASKS[name]?.(root);
  if (ready === undefined) throw new Error(`there is no task ${name}`);
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const rows = await ready();
  const wall = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(cpu);
  const memory = process.resourceUsage().maxRSS / 1024;
  const taken: Taken = { rows, wall, cpu: (user + system) / 1e6, memory };
  console.log(JSON.stringify(taken));
}

/** Runs a task in a process of its own. */
export function spawnTask(name: string): Taken {
  // The bundle that this is part of.
  const args = [import.meta.filename, 'task', name];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as Taken;
}
