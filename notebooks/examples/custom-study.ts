/** A study of your own: by how many per cent the overhead rises with one per cent more of an input. */
import { compileScenario, evaluateColumns, loadBuiltin, resolveScenario } from 'emuprove';

const INPUTS = ['unit_busy', 'wrapper', 'reference_clock', 'fill.lut', 'on_chip_fusion'];
const STEP = 0.01;

const scenario = resolveScenario(await loadBuiltin());
// Down to straight-line code over columns: a million rows take a second.
const model = compileScenario(scenario, INPUTS, ['overhead']);
const columns = model.inputs.map((name, moved) => {
  const base = model.base[moved] ?? NaN;
  // Two rows for each input: one with a little less of it, one with a little more.
  const rows = model.inputs.flatMap((_, i) => [
    i === moved ? 1 - STEP : 1,
    i === moved ? 1 + STEP : 1,
  ]);
  return [name, Float64Array.from(rows, (factor) => base * factor)] as const;
});
const { overhead = [] } = evaluateColumns(model, Object.fromEntries(columns)).outputs;
for (const [i, name] of model.inputs.entries()) {
  const [less = NaN, more = NaN] = [overhead[2 * i], overhead[2 * i + 1]];
  console.log(
    name.padEnd(16),
    (Math.log(more / less) / Math.log((1 + STEP) / (1 - STEP))).toFixed(2),
  );
}
