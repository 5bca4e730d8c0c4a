import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from '../../src/studies/distributions/quantile.ts';
import { cModel } from '../cModel.ts';
import { C_FLAGS } from '../cProgram.ts';
import type { Finding, MeasuredStudy } from './study.ts';

/** Lines that stand for a quantile function: cheaper than emuprove's polynomials, and less exact. */
const PIECES = 1024;
/** Rows that stay in the cache from drawing to adding up; as in emuprove. */
const BLOCK = 1024;

/**
 * Compiles the whole study in C: xoshiro256++ and a table of quantiles for every input, the model, and
 * for every output its mean and standard deviation, for numbers also those of log10 and a histogram
 * for quantiles to 2^-14, as emuprove has them.
 *
 * @returns a function that runs it on one thread
 */
export function compileStudy(
  study: MeasuredStudy,
  directory: string,
): (samples: number) => Finding {
  const [source, program] = [join(directory, 'study.c'), join(directory, 'study')];
  writeFileSync(source, cModel(study) + mainSource(study));
  execFileSync('cc', [...C_FLAGS, '-o', program, source, '-lm']);
  return (samples) => {
    const text = execFileSync(program, [String(samples), '1'], { encoding: 'utf8' });
    const [ns = NaN, mean = NaN, sd = NaN, probability = NaN] = text.split(' ').map(Number);
    return { ns: ns / samples, mean, sd, probability, samples };
  };
}

function mainSource({ model, varying, truths, headline, verdict }: MeasuredStudy): string {
  const [inputs, outputs] = [model.inputs.length, model.outputs.length];
  const tables = varying.map(({ distribution }) => {
    const q = quantile(distribution);
    return `{${Array.from({ length: PIECES + 1 }, (_, k) => q(k / PIECES)).join(',')}}`;
  });
  const isTruth = model.outputs.map((name) => Number(truths.includes(name)));
  return `
static const double quantiles[${inputs}][${PIECES + 1}] = {${tables.join(',\n')}};
static const int truth[${outputs}] = {${isTruth.join(',')}};

static uint64_t s[4];
static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
/* xoshiro256++ by D. Blackman and S. Vigna (2019), seeded by splitmix64. */
static inline uint64_t next(void) {
  const uint64_t result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return result;
}
static void seed(uint64_t x) {
  for (int k = 0; k < 4; k++) {
    uint64_t z = (x += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    s[k] = z ^ (z >> 31);
  }
}
static void draw(double *restrict column, const double *restrict q, long n) {
  for (long i = 0; i < n; i++) {
    const double u = (next() >> 11) * 0x1.0p-53 * ${PIECES};
    const int k = (int)u;
    column[i] = q[k] + (u - k) * (q[k + 1] - q[k]);
  }
}

static double count[${outputs}], mean[${outputs}], m2[${outputs}], logMean[${outputs}], logM2[${outputs}];
static uint32_t *pages[${outputs}][4096];
/* Moments of a block in two passes, joined to those before (T. F. Chan et al., 1983). */
static void join(double have, double *mean, double *m2, const double *x, long n) {
  double sum = 0, squares = 0;
  for (long i = 0; i < n; i++) sum += x[i];
  const double own = sum / n;
  for (long i = 0; i < n; i++) squares += (x[i] - own) * (x[i] - own);
  const double all = have + n, d = own - *mean;
  *mean += d * n / all;
  *m2 += squares + d * d * have * n / all;
}
static void summarise(int k, const double *x, long n) {
  join(count[k], &mean[k], &m2[k], x, n);
  if (!truth[k]) {
    double logs[${BLOCK}];
    for (long i = 0; i < n; i++) logs[i] = log10(x[i]);
    join(count[k], &logMean[k], &logM2[k], logs, n);
    for (long i = 0; i < n; i++) {
      uint64_t bits;
      memcpy(&bits, &x[i], 8);
      uint32_t **page = &pages[k][bits >> 52];
      if (!*page) *page = calloc(1 << 14, sizeof(uint32_t));
      (*page)[(bits >> 38) & 16383]++;
    }
  }
  count[k] += n;
}
int main(int argc, char **argv) {
  if (argc != 3) return 2;
  static double in[${inputs * BLOCK}], out[${outputs * BLOCK}];
  const long samples = atol(argv[1]);
  struct timespec a, b;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
  seed(strtoull(argv[2], NULL, 10));
  long bad = 0;
  for (long done = 0; done < samples; done += ${BLOCK}) {
    const long n = samples - done < ${BLOCK} ? samples - done : ${BLOCK};
    for (int k = 0; k < ${inputs}; k++) draw(in + k * n, quantiles[k], n);
    bad += columns(in, out, n);
    for (int k = 0; k < ${outputs}; k++) summarise(k, out + k * n, n);
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
  if (bad) {
    fprintf(stderr, "%ld rows without a value: are the tables of the proof wide enough?\\n", bad);
    return 3;
  }
  printf("%.0f %.17g %.17g %.17g\\n", (b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec),
         logMean[${headline}], sqrt(logM2[${headline}] / (count[${headline}] - 1)), mean[${verdict}]);
  return 0;
}
`;
}
