import type { Scenario } from '../scenario/types.ts';

/**
 * The command line that evaluates a scenario again, whatever file it came from.
 *
 * @param builtin whether the scenario ships with the package, and with which settings
 */
export function reproduce(scenario: Scenario, builtin: Scenario | undefined): string {
  const words = ['emuprove', 'evaluate'];
  const base = builtin ?? undefined;
  if (base !== undefined) words.push(scenario.id);
  if (scenario.platform !== base?.platform && scenario.platform !== undefined) {
    words.push('--platform', scenario.platform);
  }
  if (scenario.device !== base?.device && scenario.device !== undefined)
    words.push('--device', scenario.device);
  if (scenario.core !== base?.core) words.push('--core', scenario.core);
  if (scenario.prover !== base?.prover) words.push('--prover', scenario.prover);
  if (scenario.aggregation !== base?.aggregation) words.push('--aggregation', scenario.aggregation);
  if (scenario.reading !== base?.reading) words.push('--reading', scenario.reading);
  for (const [operation, unit] of Object.entries(scenario.units)) {
    if (base?.units[operation] !== unit) words.push('--unit', `${operation}=${unit}`);
  }
  for (const [name, { value }] of Object.entries(scenario.set)) {
    if (base?.set[name]?.value !== value) words.push('--set', `${name}=${value}`);
  }
  for (const { between, value } of scenario.correlations ?? []) {
    const said = base?.correlations?.some(
      (other) => other.value === value && other.between.join() === between.join(),
    );
    if (said !== true) words.push('--correlate', `${between.join(',')}=${value}`);
  }
  for (const [name, among] of Object.entries(scenario.choices ?? {})) {
    if (JSON.stringify(base?.choices?.[name]) === JSON.stringify(among)) continue;
    words.push('--choose', `${name}=${choiceText(among)}`);
  }
  return words.map(quoteWord).join(' ');
}

/** `a,b:2`: a weight of 1 goes without saying. */
function choiceText(among: Readonly<Record<string, number>>): string {
  return Object.entries(among)
    .map(([label, weight]) => (weight === 1 ? label : `${label}:${weight}`))
    .join(',');
}

/** Quotes a word for a POSIX shell where it needs it. */
function quoteWord(word: string): string {
  return /^[\w.,:=/@%+[\]-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
