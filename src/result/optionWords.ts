/**
 * Options as words of a command line, for the line that makes a result again.
 *
 * @param args what was given
 * @param defaults the options by name, with what they are where they are left out; these say nothing
 * @example optionWords({ seed: 3, samples: 64, group: ['a=x,y'] }, { seed: 0, samples: 64, group: undefined })
 * // => ['--seed', '3', '--group', 'a=x,y']
 */
export function optionWords(
  args: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(defaults).flatMap(([name, fallback]) => {
    const value = args[name];
    if (value === undefined || value === fallback) return [];
    if (value === true) return [`--${name}`];
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.flatMap((one) => [`--${name}`, String(one)]);
  });
}
