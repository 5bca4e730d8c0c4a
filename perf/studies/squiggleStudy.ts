import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { squiggleSource } from './squiggleSource.ts';
import type { Finding, MeasuredStudy } from './study.ts';

const SQUIGGLE = '@quri/squiggle-lang@0.10.0';

/** Installs Squiggle under a directory, unless it is there. @returns why it can not, if so */
export function installSquiggle(directory: string): string | undefined {
  const place = join(directory, 'squiggle');
  if (existsSync(join(place, 'node_modules/@quri/squiggle-lang'))) return undefined;
  mkdirSync(place, { recursive: true });
  const args = ['install', '--prefix', place, '--no-save', '--no-audit', '--no-fund', SQUIGGLE];
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', timeout: 300_000 });
  return status === 0 ? undefined : `${SQUIGGLE} can not be installed: ${stderr.trim()}`;
}

/** Writes the study for Squiggle. @returns a function that runs it */
export function writeSquiggleStudy(
  study: MeasuredStudy,
  directory: string,
): (samples: number) => Finding {
  const source = join(directory, 'study.squiggle');
  writeFileSync(source, squiggleSource(study));
  const script = join(import.meta.dirname, '../studies/squiggle_study.mjs');
  return (samples) => {
    const args = [script, source, String(samples), join(directory, 'squiggle')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`squiggle_study.mjs: ${stderr}`);
    return JSON.parse(stdout) as Finding;
  };
}
