import { evaluate, loadBuiltin, montecarlo, resolveScenario, type Loaded } from 'emuprove';
import { provenanceOf, rowsOf, withTables } from 'emuprove/datasets';
import { boundsChart, renderSvg } from 'emuprove/report';
import { fluidMix, loadSolver, quantile } from 'emuprove/studies';

const data: Loaded = await loadBuiltin();
const scenario = resolveScenario(data, { extends: 'default', set: { unit_busy: 0.8 } });
const { result } = await montecarlo(scenario, { samples: 4096, outputs: ['proof_bytes'] });
const [device] = rowsOf(data, 'devices').filter(({ lut }) => lut > 1_000_000);
const chart = boundsChart(evaluate(scenario), 'narrow');

const need = 'id,operation,title,lut_kind,lut,ff,ops_per_clock,stage,rank,source';
const units = `${need}\nmine,gf128_mul,mine,LUT6,2000,1500,1,routed,primary,my report\n`;
const own = resolveScenario(await withTables(data, { units }), { units: { gf128_mul: 'mine' } });
const activities = [{ name: 'by hand', need: [2] }];
const problem = {
  resources: [{ name: 'hands', available: 4 }],
  demands: [{ name: 'wash', activities }],
};

/** What the library gives, in Node.js and in a browser. */
export const found = {
  verdict: evaluate(resolveScenario(data)).verdict,
  own: evaluate(own).verdict,
  probabilities: result.truths.map(({ name, probability }) => [name, probability.value]),
  source: device && provenanceOf(data, 'devices', device.id),
  median: quantile({ kind: 'pert', low: 0.5, mode: 0.75, high: 0.9 })(0.5),
  mix: fluidMix(problem, await loadSolver()),
  svg: chart && (await renderSvg(chart)),
};
