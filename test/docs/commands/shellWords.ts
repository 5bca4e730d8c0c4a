import { execFileSync } from 'node:child_process';

/** What a document expects to be there: our program, what runs it, and GNU parallel for one job. */
const PROGRAMS = `
emuprove() { printf '%s\\0' "$@"; }
npx() { "$@"; }
node() { shift; emuprove "$@"; }
parallel() { local all="$*"; local job="\${all%% ::: *}"; eval "\${job//\\{\\}/1}"; }
`;

/** Of the first job of an array of a cluster. */
const CLUSTER = { SLURM_ARRAY_TASK_ID: '1', JOB_COMPLETION_INDEX: '0' };

/** The arguments that a shell hands to emuprove for a line, run in a directory. */
export function shellWords(line: string, directory: string): string[] {
  const env = { PATH: process.env['PATH'], ...CLUSTER };
  const out = execFileSync('bash', ['--norc', '-euc', `${PROGRAMS}${line}`], {
    cwd: directory,
    env,
  });
  return out.toString().split('\0').slice(0, -1);
}
