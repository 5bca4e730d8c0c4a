import { InputError } from '../issues/issue.ts';
import { fromSnapshot } from './builtin.ts';
import type * as node from './load.ts';

/** {@link node.loadBuiltin} where there are no files: the data is a module of its own, loaded here. */
export const loadBuiltin: typeof node.loadBuiltin = async (directories = []) => {
  if (directories.length > 0) {
    const message = 'a browser has no directories to read';
    const expected = 'tables as text, by withTables of emuprove/datasets';
    throw new InputError([{ code: 'datasets-missing', message, expected }]);
  }
  const { default: snapshot } = await import('build:builtin');
  return { builtin: fromSnapshot(snapshot), checked: true };
};
