import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFragment, keyOf, parseFragment } from '../../../src/report/live/engine/fragment.ts';
import { PICKS, UNCHANGED, withPick, withSetting } from '../../../src/report/live/engine/state.ts';

const LABEL = fc.stringMatching(/^[a-z0-9][a-z0-9.+-]{0,30}$/);
const KEY = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/),
    fc.array(fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/), { maxLength: 2 }),
  )
  .map(([name, elements]) => (elements.length === 0 ? name : `${name}[${elements.join(',')}]`));
const VALUE = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '');

describe('the fragment', () => {
  it('brings a state back', () => {
    const picks = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...PICKS.filter((name) => name !== 'device')), LABEL),
      { selector: ([name]) => name, maxLength: 5 },
    );
    fc.assert(
      fc.property(picks, fc.array(fc.tuple(KEY, VALUE), { maxLength: 8 }), (picked, set) => {
        const state = { picks: Object.fromEntries(picked), set: new Map(set) };
        const fragment = formatFragment(state);
        expect(fragment).toMatch(/^[\w.\-~!*'()%:=&]*$/);
        expect(parseFragment(`#${fragment}`)).toEqual({ state, refused: [] });
      }),
    );
  });

  it('is short and readable', () => {
    const state = withSetting(withPick(UNCHANGED, 'core', 'serv-tile'), 'fill[lut]', '0.6');
    expect(formatFragment(state)).toBe('core=serv-tile&set=fill.lut:0.6');
    expect(formatFragment(UNCHANGED)).toBe('');
  });

  it('understands names as they are written on the command line', () => {
    expect(keyOf('fill.lut')).toBe('fill[lut]');
    expect(keyOf('fill[lut]')).toBe('fill[lut]');
    expect(keyOf('kernel_ops[zerocheck, gf128_mul]')).toBe('kernel_ops[zerocheck,gf128_mul]');
    expect(keyOf('unit_busy')).toBe('unit_busy');
  });

  it.each([
    ['nothing', '#', 0],
    ['an unknown name', '#colour=red', 1],
    ['no value', '#core=', 1],
    ['markup', '#core=<img src=x onerror=alert(1)>', 1],
    ['an escaped script', '#core=%3Cscript%3E', 1],
    ['a broken escape', '#core=%E0%A4%A', 1],
    ['a prototype', '#set=__proto__:1&__proto__=1&constructor=1', 3],
    ['a setting without a value', '#set=unit_busy', 1],
    ['a setting without a name', '#set=:1', 1],
    ['a long value', `#set=unit_busy:${'9'.repeat(500)}`, 1],
    ['a long address', `#core=${'a'.repeat(10_000)}`, 1],
    ['a place beside a place', '#platform=alveo-u250&device=xcvu13p', 1],
  ])('leaves out %s', (_, fragment, count) => {
    const { state, refused } = parseFragment(fragment);
    expect(refused).toHaveLength(count);
    expect(Object.keys(state.picks).filter((name) => name !== 'platform')).toEqual([]);
    expect(state.set.size).toBe(0);
  });

  it('takes no more settings than anybody needs', () => {
    const many = Array.from({ length: 100 }, (_, i) => `set=a${i}:1`).join('&');
    const { state, refused } = parseFragment(many);
    expect(state.set.size).toBe(64);
    expect(refused).toHaveLength(36);
  });

  it('never throws, and what it takes comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { state } = parseFragment(text);
        expect(parseFragment(formatFragment(state)).state).toEqual(state);
      }),
    );
  });

  it('has a platform or a device, never both', () => {
    const state = withPick(withPick(UNCHANGED, 'platform', 'a'), 'device', 'b');
    expect(state.picks).toEqual({ device: 'b' });
    expect(withPick(state, 'platform', undefined).picks).toEqual({});
  });
});
