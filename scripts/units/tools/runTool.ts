import { spawn } from 'node:child_process';
import { InputError } from '../../../src/issues/issue.ts';

/** How the programs are installed. */
export const INSTALL =
  'apt-get update && apt-get install -y --no-install-recommends yosys iverilog berkeley-abc';

/** Last characters of its output that a message repeats when a program fails. */
const TAIL = 1500;

/** Process groups that run now: Yosys runs ABC in a process of its own. They end with us. */
const running = new Set<number>();
process.once('exit', () => {
  for (const group of running) {
    try {
      process.kill(-group);
    } catch {
      // It has just ended by itself.
    }
  }
});

/**
 * Runs a program to its end.
 *
 * @param directory where it runs
 * @returns its standard output
 * @throws InputError if it is not installed; Error with the end of what it printed if it fails
 */
export async function runTool(
  program: string,
  options: readonly string[],
  directory: string,
): Promise<string> {
  const child = spawn(program, options, {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const group = child.pid;
  if (group !== undefined) running.add(group);
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  try {
    const code = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, signal) => resolve(signal ?? status));
    });
    const [printed, complaint] = [output, errors].map((chunks) => Buffer.concat(chunks).toString());
    if (code === 0) return printed ?? '';
    const tail = `${printed ?? ''}${complaint ?? ''}`.slice(-TAIL);
    throw new Error(`${program} ended with ${code ?? 'no status'} in ${directory}:\n${tail}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new InputError([
      {
        code: 'missing-program',
        message: `${program} is not installed; on Debian: ${INSTALL}`,
      },
    ]);
  } finally {
    if (group !== undefined) running.delete(group);
  }
}
