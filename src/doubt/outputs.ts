import { elementKey } from '../formula/system.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Prepared } from './prepare.ts';

/** A quantity that a study was asked for beside the headline. */
export interface WantedOutput {
  /** Key among the model's outputs. */
  readonly key: string;
  readonly log10: boolean;
}

const LOG10 = /^\s*log10\(\s*(.*?)\s*\)\s*$/s;

/** The name of a quantity within `cores` or `log10(cores)`. */
export function quantityIn(output: string): string {
  return LOG10.exec(output)?.[1] ?? output.trim();
}

/**
 * What `--output` names, such as `proof_bytes`, `need[lut]` or `log10(latency)`, as keys of outputs.
 *
 * @throws InputError for unknown quantities
 */
export function wantedOutputs(
  { evaluated }: Pick<Prepared, 'evaluated'>,
  outputs: readonly string[],
): WantedOutput[] {
  return outputs.flatMap((output) =>
    elementsNamed(evaluated.model, quantityIn(output)).map(({ quantity, tuple }) => ({
      key: elementKey(quantity.name, tuple),
      log10: LOG10.test(output),
    })),
  );
}
