import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spread, type Spread } from './statistics.ts';

/** Wall time of a command over that of `node -e 0`, milliseconds. */
export interface ColdStart {
  readonly command: string;
  readonly over: Spread;
  readonly bare: Spread;
}

/**
 * Times the start of the program, taking turns with a bare Node.
 *
 * @returns undefined where the program is not built
 */
export function coldStart(root: string, rounds: number): ColdStart[] | undefined {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) return undefined;
  return ['--help', 'evaluate'].map((argument) => {
    const times = Array.from({ length: rounds }, () => {
      const bare = wall(['-e', '0']);
      return { bare, over: wall([cli, argument]) - bare };
    });
    return {
      command: `emuprove ${argument}`,
      over: spread(times.map(({ over }) => over)),
      bare: spread(times.map(({ bare }) => bare)),
    };
  });
}

function wall(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // 1 is a scenario that does not qualify, which is a result.
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')}: ${stderr}`);
  return performance.now() - start;
}
