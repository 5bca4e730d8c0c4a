import type { Builtin } from '../../../builtin/builtin.ts';
import { textIn, type Row } from '../../../datasets/types.ts';
import type { PickName } from './state.ts';

/** Something that can be picked. */
export interface PickOption {
  readonly name: PickName;
  readonly label: string;
  readonly text: string;
}

/** Everything that can be picked, in the order in which it is listed. */
export function pickOptions({ datasets, provers }: Builtin): PickOption[] {
  const rows = (table: string): readonly Row[] => datasets.get(table)?.rows ?? [];
  const row =
    (name: PickName, column: string) =>
    ({ key, ...rest }: Row): PickOption => {
      const detail = textIn({ key, ...rest }, column);
      return { name, label: key, text: detail === undefined ? key : `${key} (${detail})` };
    };
  const designs = new Map(
    rows('cores').map((core) => [textIn(core, 'design') ?? core.key, textIn(core, 'name')]),
  );
  return [
    ...rows('platforms').map(row('platform', 'device')),
    ...rows('devices').map(row('device', 'family')),
    ...[...designs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, name]): PickOption => {
        return { name: 'core', label, text: name === undefined ? label : `${label} (${name})` };
      }),
    ...[...provers.values()].map(({ id, title }): PickOption => {
      return { name: 'prover', label: id, text: `${id} (${title})` };
    }),
    { name: 'aggregation', label: 'none', text: 'none: every segment has a proof of its own' },
    { name: 'aggregation', label: 'recursive', text: 'recursive: all segments in one proof' },
    { name: 'reading', label: 'overhead', text: 'overhead: devices per device' },
    { name: 'reading', label: 'per_core', text: 'per core: devices per core' },
    { name: 'reading', label: 'literal', text: 'literal: devices per core over cores per device' },
  ];
}
