import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import type { Model } from '../model/link.ts';
import { completeScenario } from '../scenario/complete.ts';
import type { Scenario, Setting } from '../scenario/types.ts';

/** Which chip an FPGA is held against; what is left out is that of the built-in scenario `asic`. */
export interface AsicChoice {
  readonly node?: string;
  readonly memory?: string;
}

/** The same prover and core on an FPGA and as an ASIC. */
export interface CostSides {
  readonly fpga: Scenario;
  readonly asic: Scenario;
}

/**
 * The two scenarios that are compared. A setting of a quantity that both technologies have in common
 * goes for both; one that each has for itself (a price, a clock) goes for the scenario's own, and one
 * that only the other has for that.
 *
 * @param scenario either of the two
 * @throws InputError where a built-in scenario is missing that stands for the other side
 */
export function sidesOf(parts: Builtin, scenario: Scenario, choice: AsicChoice): CostSides {
  const other = standard(parts, scenario.technology === 'asic' ? 'default' : 'asic');
  const { platform, device } = scenario;
  const same: { -readonly [K in keyof Scenario]: Scenario[K] } = { ...scenario };
  delete same.platform;
  delete same.device;
  delete same.technology;
  delete same.node;
  delete same.memory;
  const [own, away] = [
    modelOf(parts, scenario),
    modelOf(parts, { ...other, prover: scenario.prover }),
  ];
  const specific = (model: Model, name: string): boolean => {
    const quantity = model.quantities.get(name);
    const document = parts.models.find(({ id }) => id === quantity?.model);
    return (quantity?.technology ?? document?.technology) !== undefined;
  };
  const goes = (name: string, to: 'own' | 'away'): boolean => {
    const base = baseName(name, own);
    const [here, there] = [own.quantities.has(base), away.quantities.has(base)];
    // What neither knows is refused where it was said.
    if (to === 'own') return here || !there;
    return there && (!here || !specific(away, base));
  };
  const settings = (to: 'own' | 'away'): Record<string, Setting> =>
    Object.fromEntries(Object.entries(scenario.set).filter(([name]) => goes(name, to)));
  const moved = { ...same, units: {}, set: settings('away') };
  if (scenario.technology === 'asic') {
    const place = { platform: other.platform ?? '' };
    return { asic: { ...scenario, set: settings('own') }, fpga: { ...moved, ...place } };
  }
  const place = {
    technology: 'asic' as const,
    node: choice.node ?? other.node ?? '',
    ...((choice.memory ?? other.memory) === undefined
      ? {}
      : { memory: choice.memory ?? other.memory ?? '' }),
  };
  const onBoard = {
    ...(platform === undefined ? {} : { platform }),
    ...(device === undefined ? {} : { device }),
  };
  return {
    fpga: { ...same, ...onBoard, set: settings('own') },
    asic: { ...moved, ...place },
  };
}

function standard(parts: Builtin, id: string): Scenario {
  const source = parts.scenarios.get(id);
  if (source === undefined) {
    const message = `there is no scenario ${id} to compare with`;
    throw new InputError([{ code: 'unknown-scenario', message }]);
  }
  return completeScenario(source, parts.scenarios);
}

function modelOf(parts: Builtin, { prover, technology }: Scenario): Model {
  return assemble(parts, prover, false, technology);
}

/** `fill` of `fill.lut`, `fill[lut]` and `native.fill.lut`. */
function baseName(name: string, { documents }: Model): string {
  const [first = '', second = ''] = name.split(/[.[\],\s]+/);
  return documents.some(({ id }) => id === first) && second !== '' ? second : first;
}
