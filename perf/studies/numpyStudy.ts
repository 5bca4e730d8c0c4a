import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from '../../src/studies/distributions/quantile.ts';
import { numpySource } from '../numpySource.ts';
import { betaOf, type Finding, type MeasuredStudy } from './study.ts';

/** Ways to draw and to evaluate, see numpy_study.py. */
export const NUMPY_VARIANTS = ['beta,whole', 'beta,chunks', 'table,whole', 'table,chunks'] as const;

const PYTHONS = ['python3', '/usr/bin/python3'];
const PIECES = 1024;

/** A Python that has NumPy. */
export interface Python {
  readonly command: string;
  readonly numpy: string;
}

/** The Python with the latest NumPy, if any. */
export function findPython(): Python | undefined {
  const found = PYTHONS.flatMap((command): Python[] => {
    const program = 'import numpy; print(numpy.__version__)';
    const { status, stdout } = spawnSync(command, ['-c', program], { encoding: 'utf8' });
    return status === 0 ? [{ command, numpy: stdout.trim() }] : [];
  });
  const order = new Intl.Collator('en', { numeric: true });
  return found.sort((a, b) => order.compare(b.numpy, a.numpy))[0];
}

/** Writes the study for NumPy. @returns a function that runs a variant of it */
export function writeNumpyStudy(
  study: MeasuredStudy,
  { command }: Python,
  directory: string,
): (variant: (typeof NUMPY_VARIANTS)[number], samples: number) => Finding {
  const { model, varying, numbers, headline, verdict } = study;
  writeFileSync(join(directory, 'model.py'), numpySource(study));
  const description = {
    outputs: model.outputs,
    numbers,
    headline: model.outputs[headline],
    verdict: model.outputs[verdict],
    betas: varying.map(({ distribution }) => betaOf(distribution)),
    tables: varying.map(({ distribution }) => {
      const q = quantile(distribution);
      return Array.from({ length: PIECES + 1 }, (_, k) => q(k / PIECES));
    }),
  };
  writeFileSync(join(directory, 'study.json'), JSON.stringify(description));
  const script = join(import.meta.dirname, '../studies/numpy_study.py');
  return (variant, samples) => {
    const args = [script, directory, variant, String(samples)];
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`numpy_study.py: ${stderr}`);
    return JSON.parse(stdout) as Finding;
  };
}
