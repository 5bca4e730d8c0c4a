import { IMPORT_FORMATS, type ImportFormat } from '../importers/registry.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** Recognised by what stands in it. */
const AUTO: ImportFormat = { id: 'auto', describe: 'recognised by its content', kind: 'row' };

/**
 * The format and the files that a command line names; a path in the place of the format leaves it to
 * be recognised.
 *
 * @throws InputError for a format that there is not, and for no file at all
 */
export function formatOf({ what, file = [] }: { what: string; file?: readonly string[] }): {
  readonly format: ImportFormat;
  readonly files: readonly string[];
} {
  const formats = [AUTO, ...IMPORT_FORMATS];
  const known = formats.find(({ id }) => id === what);
  const format = known ?? (/[./\\]/.test(what) ? AUTO : undefined);
  const ids = formats.map(({ id }) => id);
  if (format === undefined) {
    const suggestion = nearest(what, ids);
    throw new InputError([
      {
        code: 'unknown-format',
        message: `there is no format ${quote(what)}`,
        expected: `one of ${ids.join(', ')}`,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ]);
  }
  const files = known === undefined ? [what, ...file] : file;
  if (files.length > 0) return { format, files };
  throw new InputError([{ code: 'usage', message: 'import needs a file', expected: 'a report' }]);
}
