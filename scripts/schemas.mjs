// Writes the JSON Schemas of the results, generated from their types, so that they can not differ.
// With a directory as its argument it writes there; the tests compare with what is committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const root = new URL('..', import.meta.url).pathname;
const target = process.argv[2] ?? `${root}src/result/schemas`;
mkdirSync(target, { recursive: true });

const SCHEMAS = [
  ['evaluation', 'src/result/types.ts', 'EvaluationResult'],
  ['explanation', 'src/explain/types.ts', 'Explanation'],
  ['listing', 'src/result/listing.ts', 'Listing'],
  ['montecarlo', 'src/doubt/types.ts', 'MontecarloReport'],
  ['tornado', 'src/doubt/types.ts', 'TornadoReport'],
  ['sampled-tornado', 'src/doubt/types.ts', 'SampledTornadoReport'],
  ['sobol', 'src/doubt/types.ts', 'SobolReport'],
  ['morris', 'src/doubt/types.ts', 'MorrisReport'],
  ['breakeven', 'src/doubt/types.ts', 'BreakEvenReport'],
  ['quantity-breakeven', 'src/doubt/types.ts', 'QuantityBreakEvenReport'],
  ['grid', 'src/doubt/types.ts', 'GridReport'],
  ['quantity-grid', 'src/doubt/types.ts', 'QuantityGridReport'],
  ['compare', 'src/compare/types.ts', 'Comparison'],
  ['optimize', 'src/optimize/types.ts', 'OptimizeResult'],
  ['sweep', 'src/sweep/types.ts', 'SweepPlan'],
  ['report', 'src/dossier/types.ts', 'Dossier'],
  ['backtest', 'src/backtest/types.ts', 'BacktestResult'],
  ['phases', 'src/phases/types.ts', 'PhasesResult'],
  ['cost', 'src/cost/types.ts', 'CostResult'],
  ['import', 'src/importers/importResult.ts', 'ImportResult'],
  ['prover-trace', 'src/importers/proverTrace/types.ts', 'ProverTrace'],
];
// One programme for all of them: most of the time goes into reading the sources.
const generator = createGenerator({
  path: `${root}{${[...new Set(SCHEMAS.map(([, path]) => path))].join(',')}}`,
  tsconfig: `${root}tsconfig.json`,
  skipTypeCheck: true,
  topRef: false,
});
for (const [name, , type] of SCHEMAS) {
  const schema = generator.createSchema(type);
  writeFileSync(`${target}/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
