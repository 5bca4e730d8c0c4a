import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { elementKey } from '../formula/system.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';

/** What a name stands for. */
export interface Named {
  /** Names of inputs. */
  readonly found: readonly string[];
  /** Whether there is a quantity of that name at all. */
  readonly exists: boolean;
}

/**
 * The inputs that a name on the command line or in a file stands for: `fill[lut]`, `fill.lut`,
 * `native.fill.lut`, or `fill` for every element. An input of which there is one for each choice
 * (`core_lut_measured@serv-tile`) is also meant by its name without what was chosen.
 *
 * @param known names of inputs
 */
export function inputsNamed(name: string, known: readonly string[], model: Model): Named {
  const [own = '', chosen] = name.split('@', 2).map((part) => part.trim());
  const choice = known.filter((input) => input === own);
  const keys = choice.length > 0 ? choice : keysOf(own, model);
  if (keys === undefined) return { found: [], exists: false };
  const found = known.filter((input) => {
    const [key = '', label] = input.split('@', 2);
    return keys.includes(key) && (chosen === undefined || chosen === label);
  });
  return { found, exists: true };
}

/** Keys of the elements that a name stands for; undefined where there is no such quantity. */
function keysOf(name: string, model: Model): string[] | undefined {
  try {
    const elements = elementsNamed(model, name);
    return elements.map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** What names are looked up in. */
export interface Known {
  readonly inputs: readonly { readonly name: string }[];
  readonly model: Model;
  /** What is said of a quantity that is none of the inputs. */
  readonly otherwise: string;
  /** Inputs that are 0, which are refused for that. */
  readonly zero?: readonly string[];
}

/**
 * The inputs that names on the command line stand for, each once.
 *
 * @throws InputError for names that stand for none
 */
export function resolveInputs(
  names: readonly string[],
  { inputs, model, otherwise, zero = [] }: Known,
): string[] {
  const known = inputs.map(({ name }) => name);
  const issues: InputError['issues'][number][] = [];
  const all = names.flatMap((name) => {
    const { found, exists } = inputsNamed(name, known, model);
    if (found.length > 0) return found;
    if (!exists) issues.push(unknownInput(name, known));
    else {
      const none = inputsNamed(name, zero, model).found.length > 0;
      const message = `${quote(name)} ${none ? 'is 0, which no factor changes' : otherwise}`;
      issues.push({ code: 'unknown-input', message });
    }
    return [];
  });
  if (issues.length > 0) throw new InputError(issues);
  return [...new Set(all)];
}

/** That there is no input of a name, with the nearest one that there is. */
export function unknownInput(name: string, known: readonly string[]): InputError['issues'][number] {
  if (name.trim() === '')
    return { code: 'unknown-input', message: 'the name of an input is missing' };
  const suggestion = nearest(name, known);
  const message = `there is no input ${quote(name)}`;
  return { code: 'unknown-input', message, ...(suggestion === undefined ? {} : { suggestion }) };
}
