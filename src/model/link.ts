import { checkSystem } from '../formula/check.ts';
import {
  tuples,
  type Definition,
  type DomainFunction,
  type IndexSet,
  type System,
} from '../formula/system.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Kernel, ModelDocument, ProverDocument, Quantity } from './types.ts';

/** Models and a prover, joined into one system of equations. */
export interface Model {
  readonly system: System;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly documents: readonly ModelDocument[];
  readonly prover: { readonly id: string; readonly title: string; readonly meaning: string };
  readonly kernels: readonly Kernel[];
}

/**
 * Joins models, a prover profile and the profiles it extends; a name that a later one declares
 * again replaces the earlier one within the profile only.
 *
 * @param provers the profile, after the ones it extends
 * @param operationTitles operations that the datasets know
 * @param check whether to check names, dimensions and cycles; built-in models were checked when
 *   they were built
 * @throws InputError with everything that does not fit together
 */
export function link(
  models: readonly ModelDocument[],
  provers: readonly ProverDocument[],
  functions: readonly DomainFunction[],
  operationTitles: ReadonlyMap<string, string>,
  check: boolean,
): Model {
  const quantities = new Map<string, Quantity>();
  const issues: Issue[] = [];
  const own = new Map(provers.flatMap((prover) => prover.quantities.map((q) => [q.name, q])));
  for (const quantity of [...models.flatMap((model) => model.quantities), ...own.values()]) {
    const earlier = quantities.get(quantity.name);
    if (earlier !== undefined) {
      const message = `${quantity.name} is declared in ${earlier.file} already`;
      issues.push({ code: 'duplicate', message, file: quantity.file, path: quantity.path });
    }
    quantities.set(quantity.name, quantity);
  }
  issues.push(...stateInputs(quantities, provers));
  const last = provers.at(-1);
  const base = provers.find((prover) => prover.kernels.length > 0);
  const sets = new Map<string, IndexSet>();
  for (const document of [...models, ...provers]) {
    for (const set of document.sets) {
      const clash = [...sets.values()].find(
        ({ id, letter }) => id === set.id || letter === set.letter,
      );
      if (clash !== undefined) {
        const message = `the set ${set.id} (${set.letter}) clashes with ${clash.id} (${clash.letter})`;
        issues.push({
          code: 'duplicate-set',
          message,
          file: document.file,
          path: `sets.${set.id}`,
        });
      }
      sets.set(set.id, set);
    }
  }
  const operations = base?.operations ?? [];
  for (const operation of operations) {
    if (operationTitles.has(operation)) continue;
    const message = `operation ${operation} is not in datasets/operations.csv`;
    issues.push({ code: 'unknown-operation', message, file: base?.file ?? '', path: 'operations' });
  }
  sets.set('operation', {
    id: 'operation',
    letter: 'o',
    title: 'operation',
    elements: operations.map((id) => ({ id, title: operationTitles.get(id) ?? id })),
  });
  const system: System = {
    sets,
    definitions: new Map([...quantities].map(([name, quantity]) => [name, definition(quantity)])),
    functions: new Map(functions.map((fn) => [fn.name, fn])),
  };
  issues.push(...checkSets(system), ...checkCases(system), ...checkDefaults(system, quantities));
  if (issues.length === 0 && check) issues.push(...checkSystem(system));
  if (issues.length > 0) throw new InputError(issues);
  return {
    system,
    quantities,
    documents: [...models, ...provers],
    prover: { id: last?.id ?? '', title: last?.title ?? '', meaning: last?.meaning ?? '' },
    kernels: base?.kernels ?? [],
  };
}

/** Where an input says that it comes from, if a profile may state it. */
const FROM_PROFILE = 'profile.';

/** Gives inputs that the models leave to profiles the values that these state; a later one wins. */
function stateInputs(
  quantities: Map<string, Quantity>,
  provers: readonly ProverDocument[],
): Issue[] {
  const open = (quantity: Quantity | undefined): boolean =>
    quantity?.from?.startsWith(FROM_PROFILE) === true;
  const issues: Issue[] = [];
  for (const { states, file } of provers) {
    for (const [name, stated] of Object.entries(states)) {
      const quantity = quantities.get(name);
      if (quantity !== undefined && open(quantity)) {
        quantities.set(name, { ...quantity, defaults: { '': stated } });
        continue;
      }
      const among = [...quantities.values()].filter(open).map((one) => one.name);
      const suggestion = nearest(name, among);
      issues.push({
        code: 'not-stated',
        message: `${quote(name)} is no input that a profile states`,
        expected: `one of ${among.join(', ')}`,
        file,
        path: `states.${quote(name)}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
  }
  return issues;
}

function definition(quantity: Quantity): Definition {
  const { name, over, unit, unitExpr, body, file, path } = quantity;
  return { name, over, unit, ...(unitExpr === undefined ? {} : { unitExpr }), body, file, path };
}

function checkSets(system: System): Issue[] {
  const issues: Issue[] = [];
  for (const { over, file, path } of system.definitions.values()) {
    for (const id of over) {
      if (system.sets.has(id)) continue;
      const expected = `one of ${[...system.sets.keys()].join(', ')}`;
      const message = `there is no index set ${id}`;
      issues.push({ code: 'unknown-set', message, expected, file, path: `${path}.over` });
    }
  }
  return issues;
}

/** A case for an element that does not exist would silently count for nothing. */
function checkCases(system: System): Issue[] {
  const issues: Issue[] = [];
  for (const { over, body, file, path } of system.definitions.values()) {
    if (body.kind !== 'cases') continue;
    const by = over.filter((id) => body.by.includes(id));
    for (const key of Object.keys(body.cases)) {
      const parts = key.split(',');
      by.forEach((id, i) => {
        const known = system.sets.get(id)?.elements.map((element) => element.id) ?? [];
        if (known.includes(parts[i] ?? '')) return;
        const message = `${parts[i] ?? ''} is not an element of ${id}`;
        const expected = `one of ${known.join(', ')}`;
        issues.push({
          code: 'unknown-element',
          message,
          expected,
          file,
          path: `${path}.cases.${key}`,
        });
      });
    }
  }
  return issues;
}

/** A default for an element that does not exist would never be used. */
function checkDefaults(system: System, quantities: ReadonlyMap<string, Quantity>): Issue[] {
  const issues: Issue[] = [];
  for (const { name, over, defaults = {}, file, path } of quantities.values()) {
    const known = new Set(tuples(system, over).map((tuple) => tuple.join(',')));
    for (const key of Object.keys(defaults)) {
      if (key === '' || known.has(key)) continue;
      const suggestion = nearest(key, known);
      const hint = suggestion === undefined ? {} : { suggestion };
      const message = `${name} has no element ${quote(key)}`;
      issues.push({ code: 'unknown-element', message, file, path: `${path}.default`, ...hint });
    }
  }
  return issues;
}
