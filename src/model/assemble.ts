import { textIn, type Datasets } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { domainFunctions } from './domainFunctions.ts';
import { link, type Model } from './link.ts';
import type { Technology } from '../scenario/technology.ts';
import { modelsOf } from './modelsOf.ts';
import type { ModelDocument, ProverDocument } from './types.ts';

/** What a model is assembled from. */
export interface Parts {
  readonly datasets: Datasets;
  readonly models: readonly ModelDocument[];
  readonly provers: ReadonlyMap<string, ProverDocument>;
}

/** A profile may extend a profile; a chain longer than this is a mistake. */
const LONGEST_CHAIN = 10;

/**
 * Assembles the model for one prover and one technology.
 *
 * @param check whether to check names, dimensions and cycles; see {@link link}
 * @throws InputError for an unknown prover, or where the parts do not fit together
 */
export function assemble(
  parts: Parts,
  proverId: string,
  check: boolean,
  technology: Technology = 'fpga',
): Model {
  const chain: ProverDocument[] = [];
  for (let id: string | undefined = proverId; id !== undefined;) {
    const prover = parts.provers.get(id);
    if (prover === undefined || chain.includes(prover) || chain.length > LONGEST_CHAIN) {
      const suggestion = nearest(id, parts.provers.keys());
      throw new InputError([
        {
          code: 'unknown-prover',
          message:
            prover === undefined
              ? `there is no prover ${quote(id)}; see emuprove list provers`
              : `prover ${quote(id)} extends itself`,
          path: 'prover',
          ...(suggestion === undefined ? {} : { suggestion }),
        },
      ]);
    }
    chain.unshift(prover);
    id = prover.extends;
  }
  const operations = parts.datasets.get('operations')?.rows ?? [];
  const titles = new Map(operations.map((row) => [row.key, textIn(row, 'title') ?? row.key]));
  return link(
    modelsOf(parts.models, technology),
    chain,
    domainFunctions(parts.datasets),
    titles,
    check,
  );
}
