import { PICKS, type LiveState, type PickName } from './state.ts';

/** A link is untrusted: longer ones are not looked at. */
const LONGEST = 8_000;
const MOST_SETTINGS = 64;
const LONGEST_VALUE = 400;

/** What can name a quantity; the same as on the command line. */
const NAME = /^[a-z][\w.,[\]-]{0,99}$/;

/** Names of rows, profiles and the like. */
const LABEL = /^[\w][\w.+-]{0,79}$/;

/** What a fragment says, and what of it is no part of a state. */
export interface Fragment {
  readonly state: LiveState;
  /** Parts that were left out, and why, for people. */
  readonly refused: readonly string[];
}

/**
 * A state as the fragment of an address, without `#`: short, and readable in a message.
 *
 * @example formatFragment(state) // => 'core=serv-tile&set=fill.lut:0.6'
 */
export function formatFragment({ picks, set }: LiveState): string {
  const parts = PICKS.flatMap((name) => {
    const label = picks[name];
    return label === undefined ? [] : [`${name}=${encodeURIComponent(label)}`];
  });
  for (const [key, value] of set) {
    // Brackets do not survive in every message.
    const dotted = key.replace(/[[,]/g, '.').replace(/\]/g, '');
    parts.push(`set=${encodeURIComponent(dotted)}:${encodeURIComponent(value)}`);
  }
  return parts.join('&');
}

/**
 * Reads a fragment from anywhere. What can not be part of a state is left out and told; whether names
 * and values make sense is found where they are used.
 */
export function parseFragment(fragment: string): Fragment {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST) {
    return { state: { picks: {}, set: new Map() }, refused: ['the address is too long'] };
  }
  const picks: Partial<Record<PickName, string>> = {};
  const set = new Map<string, string>();
  const refused: string[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const [name, value] = [part.slice(0, Math.max(0, at)), decoded(part.slice(at + 1))];
    if (name === 'set') {
      const why = addSetting(set, value);
      if (why !== undefined) refused.push(why);
    } else if (isPick(name) && value !== undefined && LABEL.test(value)) picks[name] = value;
    else refused.push(`“${part.slice(0, 40)}” names nothing that can be picked`);
  }
  if (picks.platform !== undefined && picks.device !== undefined) {
    delete picks.device;
    refused.push('a device beside a platform');
  }
  return { state: { picks, set }, refused };
}

/** Adds `name:value`; returns why not where that is none. */
function addSetting(set: Map<string, string>, text = ''): string | undefined {
  const colon = text.indexOf(':');
  const [name, value] = [text.slice(0, Math.max(0, colon)), text.slice(colon + 1).trim()];
  if (!NAME.test(name) || value === '' || value.length > LONGEST_VALUE) {
    return `“${text.slice(0, 40)}” is no name:value`;
  }
  if (set.size >= MOST_SETTINGS) return 'too many settings';
  set.set(keyOf(name), value);
  return undefined;
}

/**
 * The key of an element, from its name with dots: `fill.lut` and `fill[lut]` are the same.
 *
 * @example keyOf('kernel_ops.zerocheck.gf128_mul') // => 'kernel_ops[zerocheck,gf128_mul]'
 */
export function keyOf(name: string): string {
  const [first = '', ...elements] = name.split(/[.[\],\s]+/).filter((part) => part !== '');
  return elements.length === 0 ? first : `${first}[${elements.join(',')}]`;
}

function isPick(name: string): name is PickName {
  return (PICKS as readonly string[]).includes(name);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
