import { cModel, type GeneratedModel } from './cModel.ts';

/**
 * A C program of the model: `program IN OUT ROWS PASSES` reads the input columns, computes the
 * output columns PASSES times, prints the nanoseconds and bad rows of each pass and writes the outputs.
 */
export function cSource(model: GeneratedModel): string {
  const { inputs } = model;
  const outputs = model.graph.roots.length;
  return `${cModel(model)}
int main(int argc, char **argv) {
  if (argc != 5) return 2;
  const long n = atol(argv[3]), passes = atol(argv[4]);
  double *in = malloc(sizeof(double) * n * ${inputs}), *out = calloc(n * ${outputs}, sizeof(double));
  FILE *f = fopen(argv[1], "rb");
  if (!f || fread(in, sizeof(double), n * ${inputs}, f) != (size_t)(n * ${inputs})) return 1;
  fclose(f);
  for (long p = 0; p < passes; p++) {
    struct timespec a, b;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    const long bad = columns(in, out, n);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    printf("%.0f %ld\\n", (b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec), bad);
  }
  f = fopen(argv[2], "wb");
  if (!f || fwrite(out, sizeof(double), n * ${outputs}, f) != (size_t)(n * ${outputs})) return 1;
  fclose(f);
  return 0;
}
`;
}
