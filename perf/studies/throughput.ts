import { timePaired, type Case } from '../paired.ts';
import { spread, type Spread } from '../statistics.ts';
import { compileStudy } from './cStudy.ts';
import { mathjsStudy } from './mathjsStudy.ts';
import { findPython, NUMPY_VARIANTS, writeNumpyStudy } from './numpyStudy.ts';
import { runOwn } from './own.ts';
import { installSquiggle, writeSquiggleStudy } from './squiggleStudy.ts';
import type { Finding, MeasuredStudy } from './study.ts';

const SAMPLES = 1_000_000;
/** These are so slow that they get fewer samples. */
const MATHJS_SAMPLES = 1_000;
const SQUIGGLE_SAMPLES = 4_000;
/** Tells which way of doing it with NumPy is the quickest. */
const TRIAL_SAMPLES = 200_000;
/** How many standard errors two programs may be apart that do the same. */
const APART = 5;

/** Samples per second of one thread, and how they compare. */
export interface Throughput {
  readonly inputs: number;
  readonly rows: readonly {
    readonly name: string;
    readonly samplesPerSecond: number;
    readonly toC: Spread;
    readonly toNumpy: Spread | undefined;
  }[];
  /** What could not be measured and why, and which way of NumPy was the quickest. */
  readonly remarks: readonly string[];
  /** Programs that found something else. */
  readonly disagreements: readonly string[];
}

/** A program and what it does. */
type Program = (samples: number) => Finding;

/**
 * Times the whole study on one thread, processor time, in turns with C.
 *
 * @param all whether the slow ones take part too
 */
export async function measureThroughput(
  study: MeasuredStudy,
  rounds: number,
  out: string,
  all: boolean,
): Promise<Throughput> {
  const remarks: string[] = [];
  const findings = new Map<string, Finding>();
  const c = compileStudy(study, out);
  const programs: { name: string; samples: number; run: Program }[] = [
    { name: 'C', samples: SAMPLES, run: c },
    { name: 'emuprove, Sobol points', samples: SAMPLES, run: (n) => runOwn(study, 'sobol', n) },
    { name: 'emuprove, random points', samples: SAMPLES, run: (n) => runOwn(study, 'random', n) },
  ];
  const python = findPython();
  if (python === undefined) remarks.push('NumPy: left out, no Python here has it');
  else {
    const numpy = writeNumpyStudy(study, python, out);
    const trials = NUMPY_VARIANTS.map((variant) => ({
      variant,
      ns: numpy(variant, TRIAL_SAMPLES).ns,
    })).sort((a, b) => a.ns - b.ns);
    const shown = trials.map(({ variant, ns }) => `${variant} ${ns.toFixed(0)}`).join(', ');
    remarks.push(`NumPy ${python.numpy}, ns a sample in a trial: ${shown}; the first one counts`);
    const best = trials[0]?.variant ?? 'beta,chunks';
    programs.push({ name: 'NumPy', samples: SAMPLES, run: (n) => numpy(best, n) });
  }
  if (all) {
    programs.push({ name: 'mathjs', samples: MATHJS_SAMPLES, run: mathjsStudy(study) });
    const reason = installSquiggle(out);
    if (reason !== undefined) remarks.push(`Squiggle: left out, ${reason}`);
    else {
      const run = writeSquiggleStudy(study, out);
      programs.push({ name: 'Squiggle', samples: SQUIGGLE_SAMPLES, run });
    }
  }
  const cases = programs.map(({ name, samples, run }): Case => {
    const timed = (): number => {
      const finding = run(samples);
      findings.set(name, finding);
      return finding.ns;
    };
    return { name, run: timed };
  });
  const timed = await timePaired(() => c(SAMPLES).ns, cases, rounds);
  const numpy = timed.find(({ name }) => name === 'NumPy')?.ratios;
  return {
    inputs: study.inputs,
    rows: timed.map(({ name, ns, ratios, toReference }) => ({
      name,
      samplesPerSecond: 1e9 / ns,
      toC: toReference,
      toNumpy: numpy && spread(ratios.map((ratio, i) => ratio / (numpy[i] ?? NaN))),
    })),
    remarks,
    disagreements: disagreements(findings),
  };
}

/** Programs whose mean of log10 or whose probability is not that of C, for all that chance can do. */
function disagreements(findings: ReadonlyMap<string, Finding>): string[] {
  const c = findings.get('C');
  if (c === undefined) return ['C found nothing'];
  return [...findings].flatMap(([name, { mean, probability, samples }]) => {
    const rows = 1 / samples + 1 / c.samples;
    const far = Math.abs(mean - c.mean) / (c.sd * Math.sqrt(rows));
    const p = c.probability;
    const off = Math.abs(probability - p) / Math.sqrt(p * (1 - p) * rows);
    const text = `${name}: ${mean} and ${probability}, C ${c.mean} and ${p}`;
    return far <= APART && off <= APART ? [] : [text];
  });
}
