import type { Builtin } from '../../../builtin/builtin.ts';
import type { Scenario } from '../../../scenario/types.ts';
import { pickOptions, type PickOption } from '../engine/options.ts';
import type { LiveState, PickName } from '../engine/state.ts';
import { element } from './dom.ts';
import { picker } from './picker.ts';

/** All that can be picked by name. */
export interface Pickers {
  readonly node: HTMLElement;
  readonly show: (state: LiveState) => void;
}

/** Makes the pickers. */
export function pickers(
  parts: Builtin,
  scenario: Scenario,
  onPick: (name: PickName, label: string | undefined) => void,
): Pickers {
  const options = pickOptions(parts);
  const of = (wanted: PickName): PickOption[] => options.filter(({ name }) => name === wanted);
  const plain = (title: string, name: Exclude<PickName, 'platform' | 'device'>) => {
    const own = { name, label: scenario[name], text: scenario[name] };
    return { names: [name], picker: picker({ title, groups: [[title, of(name)]], own, onPick }) };
  };
  const { platform, device } = scenario;
  // A platform with another device than its own is no option of the list.
  const label = platform === undefined || device === undefined ? (platform ?? device) : undefined;
  const place = picker({
    title: 'Platform or device',
    groups: [
      ['Platforms', of('platform')],
      ['Bare devices', of('device')],
    ],
    own: {
      name: platform === undefined ? 'device' : 'platform',
      label,
      text: [platform, device].filter((part) => part !== undefined).join(' with '),
    },
    onPick,
  });
  const all: readonly { names: readonly PickName[]; picker: typeof place }[] = [
    { names: ['platform', 'device'], picker: place },
    plain('Core', 'core'),
    plain('Prover', 'prover'),
    plain('Aggregation', 'aggregation'),
    plain('Reading of the criterion', 'reading'),
  ];
  return {
    node: element('div', { class: 'live-picks' }, ...all.map((one) => one.picker.node)),
    show: ({ picks }) => {
      for (const { names, picker: one } of all) {
        const [name] = names.filter((known) => picks[known] !== undefined);
        const picked = name === undefined ? undefined : picks[name];
        one.show(name === undefined || picked === undefined ? undefined : { name, label: picked });
      }
    },
  };
}
