import { resolveInputs } from '../doubt/inputNames.ts';
import type { Prepared } from '../doubt/prepare.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { InputGroup } from '../studies/sobol/types.ts';

const GROUP = /^\s*([\w.-]{1,100})\s*=\s*(.+)$/s;

/**
 * Groups such as `memory=memory_efficiency,on_chip_fusion`; a name without an element stands for
 * every element of its quantity.
 *
 * @throws InputError for malformed groups and inputs that there are not
 */
export function parseGroups(
  options: readonly string[],
  { inputs, evaluated }: Pick<Prepared, 'inputs' | 'evaluated'>,
): InputGroup[] {
  const { model } = evaluated;
  return options.map((text) => {
    const [whole, name = '', list = ''] = GROUP.exec(text) ?? [];
    if (whole === undefined) {
      const message = '--group takes NAME=input,input';
      throw new InputError([{ code: 'usage', message, received: quote(text) }]);
    }
    // A comma within brackets belongs to an element.
    const names = list.split(/,(?![^[]*\])/).map((part) => part.trim());
    return {
      name,
      inputs: resolveInputs(names, { inputs, model, otherwise: 'is in no doubt here' }),
    };
  });
}
