import { accessSync, constants, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { writeFileWhole } from '../files/writeFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Streams } from './streams.ts';

/** Something that can be written in several formats. */
export interface Renderer {
  /** Text of a format; formats may load what they need. */
  readonly render: (format: string) => Promise<string>;
  /** Formats by file extension, without the dot. */
  readonly formats: Readonly<Record<string, string>>;
}

/**
 * Writes a result: to standard output in `format`, or to every file of `--out`, each in the format
 * of its extension. All names are checked before anything is rendered.
 *
 * @throws InputError for extensions without a format and directories that can not be written
 */
export async function writeOutput(
  renderer: Renderer,
  format: string,
  files: readonly string[],
  streams: Streams,
): Promise<void> {
  const targets = checkOutput(renderer.formats, format, files);
  if (targets.length === 0) streams.out(await renderer.render(format));
  for (const target of targets) {
    const text = await renderer.render(target.format);
    if (target.file === '-') streams.out(text);
    else {
      writeOne(target.file, text);
      streams.err(`wrote ${target.file}\n`);
    }
  }
}

/**
 * The format of every file of `--out`. Work that takes long checks them before it begins.
 *
 * @throws InputError for extensions without a format and directories that can not be written
 */
export function checkOutput(
  formats: Renderer['formats'],
  format: string,
  files: readonly string[],
): { readonly file: string; readonly format: string }[] {
  const issues: Issue[] = [];
  const targets = files.map((file) => {
    const extension = extname(file).slice(1).toLowerCase();
    const target = file === '-' ? format : formats[extension];
    if (target === undefined) {
      const expected = `one of ${Object.keys(formats)
        .map((known) => `.${known}`)
        .join(', ')}`;
      const message = 'this extension has no format';
      issues.push({ code: 'usage', message, expected, received: quote(file) });
    } else if (file !== '-') issues.push(...checkDirectory(file));
    return { file, format: target ?? format };
  });
  if (issues.length > 0) throw new InputError(issues);
  return targets;
}

function writeOne(file: string, text: string): void {
  try {
    writeFileWhole(file, text);
  } catch (error) {
    throw writeFailure(file, error);
  }
}

/** What the file system says about a file that can not be written. */
export function writeFailure(file: string, error: unknown): InputError {
  const { code } = error as { code?: string };
  const message = `the file can not be written (${code ?? 'unknown'})`;
  return new InputError([{ code: 'file-write', message, file }]);
}

/** Whether a file can be written where its name says. */
export function checkDirectory(file: string): Issue[] {
  const directory = dirname(file);
  try {
    accessSync(directory, constants.W_OK);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
      return [{ code: 'file-directory', message: 'this is a directory, not a file', file }];
    }
    return [];
  } catch {
    return [
      {
        code: 'file-directory',
        message: 'the directory does not exist or can not be written',
        file,
      },
    ];
  }
}
