import type { Stage } from '../datasets/types.ts';
import { elementUnit, elementUnitText } from '../formula/elementUnit.ts';
import { formatDimension } from '../formula/dimension.ts';
import { attributionOf } from './attribution.ts';
import type { Common, CommonModel } from './common.ts';
import type { Numbers } from './numbers.ts';
import type { Attribution, PartMember } from './types.ts';

/** Differing inputs up to which all mixtures are evaluated: 65,536 of them. */
const EXACT_UP_TO = 16;

/** Mixtures evaluated at a time. */
const BLOCK = 16_384;

/** An attribution to inputs, and the function that it is of. */
export interface ByInput {
  readonly attribution: Attribution;
  /** Keys of the values behind each part, in the order of the parts. */
  readonly keys: readonly (readonly string[])[];
}

/**
 * Attributes the change of log10 of the headline to the values on which the two sides part.
 *
 * @param outputs key of the ratio, then those of its two sides where it is one over the other
 * @returns undefined where the sides have no equation of the headline in common
 */
export function byInput(
  a: Numbers,
  b: Numbers,
  common: Common,
  outputs: readonly string[],
): ByInput | undefined {
  const model = common.compile(outputs, (meeting) => meeting.a !== meeting.b);
  const order = model.inputs.toSorted();
  if (model.outputs[0] !== outputs[0] || order.length === 0) return undefined;
  const shown = model.outputs.length === outputs.length ? outputs.length : 1;
  const place = order.map((key) => model.inputs.indexOf(key));
  const attribution = attributionOf({
    game: {
      size: order.length,
      exactUpTo: EXACT_UP_TO,
      evaluate: (changed) => evaluate(model, place, changed).slice(0, shown),
    },
    label: (group) => {
      const members = group.map((p) => memberOf(order[p] ?? '', a, b));
      const names = members.map(({ name }) => name);
      return { names, members, title: members.map(({ title }) => title).join(' with ') };
    },
  });
  if (attribution === undefined) return undefined;
  return { attribution, keys: attribution.parts.map(({ names }) => names) };
}

/** log10 of the outputs of mixtures. */
function evaluate(
  { meetings, outputs, columns }: CommonModel,
  place: readonly number[],
  changed: readonly (readonly boolean[])[],
): Float64Array[] {
  const results = outputs.map(() => new Float64Array(changed.length));
  for (let start = 0; start < changed.length; start += BLOCK) {
    const rows = Math.min(BLOCK, changed.length - start);
    const inputs = meetings.map(() => new Float64Array(rows));
    place.forEach((at, p) => {
      const [column, meeting] = [inputs[at], meetings[at]];
      if (column === undefined || meeting === undefined) return;
      for (let row = 0; row < rows; row++) {
        column[row] = changed[start + row]?.[p] === true ? meeting.b : meeting.a;
      }
    });
    const block = outputs.map(() => new Float64Array(rows));
    columns(inputs, block, 0, rows);
    block.forEach((column, k) => results[k]?.set(column.map(Math.log10), start));
  }
  return results;
}

/** A title with the element that it is of. */
function titleOf(title: string, tuple: readonly string[]): string {
  return tuple.length === 0 ? title : `${title} (${tuple.join(', ')})`;
}

/** A value on which the sides part. */
export function memberOf(key: string, a: Numbers, b: Numbers): PartMember {
  const { name, tuple } = a.elements.get(key) ?? { name: key, tuple: [] };
  const definition = a.model.system.definitions.get(name);
  if (definition === undefined) throw new Error(`there is no quantity ${name}`);
  const unit = elementUnit(a.model.system, definition, tuple);
  const valueOf = (side: Numbers): number => {
    const node = side.derive(key)?.node;
    return node?.kind === 'const' ? node.value : NaN;
  };
  const stageOf = (side: Numbers): Stage | null => side.inputs.get(key)?.stage ?? null;
  return {
    name: key,
    title: titleOf(a.model.quantities.get(name)?.title ?? key, tuple),
    unit: formatDimension(unit.dimension),
    display: { unit: elementUnitText(a.model.system, definition, tuple), scale: unit.scale },
    a: valueOf(a),
    b: valueOf(b),
    stages: [stageOf(a), stageOf(b)],
  };
}
