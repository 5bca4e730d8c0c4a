import type { Choices, Scenario, Setting } from '../scenario/types.ts';

/**
 * The command line that evaluates a scenario again, whatever file it came from. What is in doubt in
 * it makes no difference there.
 *
 * @param builtin the scenario as it ships, if it does
 */
export function reproduce(scenario: Scenario, builtin: Scenario | undefined): string {
  const own = Object.entries(scenario.set).filter(
    ([name, { value }]) => builtin?.set[name]?.value !== value,
  );
  const set = own.flatMap(([name, setting]) =>
    setWords(name, String(setting.said ?? setting.value)),
  );
  return [...scenarioWords('evaluate', scenario, builtin, {}), ...set].map(quoteWord).join(' ');
}

/**
 * The command line that studies the doubt of a scenario again.
 *
 * @param study name of the command
 * @param options its own options
 * @param builtin the scenario as it ships, if it does
 * @param text what `--set` has to say for a setting to be in the same doubt
 */
export function reproduceStudy(
  study: string,
  options: readonly string[],
  scenario: Scenario,
  builtin: Scenario | undefined,
  text: (name: string, setting: Setting) => string,
): string {
  const words = scenarioWords(study, scenario, builtin, scenario.choices ?? {});
  for (const [name, setting] of Object.entries(scenario.set)) {
    if (!sameSetting(builtin?.set[name], setting))
      words.push(...setWords(name, text(name, setting)));
  }
  for (const { between, value } of scenario.correlations ?? []) {
    const said = builtin?.correlations?.some(
      (other) => other.value === value && other.between.join() === between.join(),
    );
    if (said !== true) words.push('--correlate', `${between.join(',')}=${value}`);
  }
  for (const [name, among] of Object.entries(scenario.choices ?? {})) {
    if (JSON.stringify(builtin?.choices?.[name]) === JSON.stringify(among)) continue;
    words.push('--choose', `${name}=${choiceText(among)}`);
  }
  return [...words, ...options].map(quoteWord).join(' ');
}

/** What chooses the hardware, the prover and the reading, but for what a choice in doubt says. */
function scenarioWords(
  command: string,
  scenario: Scenario,
  base: Scenario | undefined,
  choices: Choices,
): string[] {
  const words = ['emuprove', command];
  if (base !== undefined) words.push(scenario.id);
  for (const directory of scenario.datasets ?? []) words.push('--datasets', directory);
  const chosen = (name: string): boolean => choices[name] !== undefined;
  const { platform, device, technology, node, memory, core, prover, aggregation, reading } =
    scenario;
  for (const [name, own] of Object.entries({
    platform,
    device,
    technology,
    node,
    memory,
    core,
    prover,
    aggregation,
    reading,
  })) {
    const known = base?.[name as 'core'];
    if (own !== undefined && own !== known && !chosen(name)) words.push(`--${name}`, own);
  }
  for (const [operation, unit] of Object.entries(scenario.units)) {
    if (base?.units[operation] === unit || chosen(`unit.${operation}`)) continue;
    words.push('--unit', `${operation}=${unit}`);
  }
  return words;
}

function setWords(name: string, text: string): string[] {
  return ['--set', `${name.replaceAll(/\s/g, '')}=${text}`];
}

function sameSetting(a: Setting | undefined, b: Setting): boolean {
  return (
    a !== undefined &&
    a.value === b.value &&
    a.low === b.low &&
    a.high === b.high &&
    a.stage === b.stage
  );
}

/** `a,b:2`: a weight of 1 goes without saying. */
function choiceText(among: Readonly<Record<string, number>>): string {
  return Object.entries(among)
    .map(([label, weight]) => (weight === 1 ? label : `${label}:${weight}`))
    .join(',');
}

/** Quotes a word for a POSIX shell where it needs it. */
export function quoteWord(word: string): string {
  return /^[\w.,:=/@%+[\]-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
