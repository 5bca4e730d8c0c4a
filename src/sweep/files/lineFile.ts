import { closeSync, existsSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs';
import { InputError } from '../../issues/issue.ts';
import type { LineFormat } from './lineFormat.ts';
import { lastLine } from './lastLine.ts';
import { checkPlan, writePlan } from './planFile.ts';
import type { Sink } from './sink.ts';
import { writeFailure } from './writeFailure.ts';

/** What a file of lines is for. */
export interface LineFileOptions {
  readonly file: string;
  readonly format: LineFormat;
  /** Goes beside it as `FILE.plan.json`: without it the rows mean nothing. */
  readonly plan: object;
  /** Whether to go on with what is there. */
  readonly resume: boolean;
}

/**
 * A file with one line for each row. It grows as `FILE.part` and gets its name when it is complete,
 * so that what has the name is whole, and what has not can be gone on with.
 *
 * @throws InputError where an unfinished file is in the way, or is not of this sweep
 */
export function lineFile({ file, format, plan, resume }: LineFileOptions): Sink {
  const part = `${file}.part`;
  const planFile = `${file}.plan.json`;
  if (resume && !existsSync(part) && existsSync(file)) return complete(file, planFile, plan);
  let begun: Begun;
  if (existsSync(part)) {
    if (!resume) {
      const message = 'an unfinished sweep has left this file';
      const expected = '--resume, or that it is removed';
      throw new InputError([{ code: 'unfinished', message, expected, file: part }]);
    }
    if (!checkPlan(planFile, plan, part)) throw noPlan(part, planFile);
    begun = goOn(open(part, 'r+'), part, format);
  } else {
    writePlan(planFile, plan);
    begun = { handle: open(part, 'wx'), start: 0, end: 0 };
  }
  const { handle, start } = begun;
  let { end } = begun;
  const append = (text: string): void => {
    end += write(handle, part, text, end);
  };
  if (end === 0) append(format.header);
  return {
    name: file,
    next: (index) => Math.max(index, start),
    write: (rows) => {
      const lines = rows.filter(({ index }) => index >= start).map(format.line);
      if (lines.length > 0) append(lines.join(''));
    },
    finish: () => {
      try {
        closeSync(handle);
        renameSync(part, file);
      } catch (error) {
        throw writeFailure(file, error);
      }
    },
    stop: () => {
      closeSync(handle);
    },
  };
}

/** A file that has all its rows already. */
function complete(file: string, planFile: string, plan: object): Sink {
  if (!checkPlan(planFile, plan, file)) throw noPlan(file, planFile);
  const nothing = (): void => undefined;
  return { name: file, next: () => Infinity, write: nothing, finish: nothing, stop: nothing };
}

/** A file that rows can be added to. */
interface Begun {
  readonly handle: number;
  /** The first row that it lacks. */
  readonly start: number;
  /** Where what it holds ends. */
  readonly end: number;
}

/** Cuts off what is no complete line, and finds the row to go on with. */
function goOn(handle: number, part: string, format: LineFormat): Begun {
  const { line, end, begins } = lastLine(handle, part);
  // Not even the header, or the header alone.
  const empty = end <= Buffer.byteLength(format.header);
  const index = empty ? -1 : format.indexOf(line.replace(/\r$/, ''));
  if (!empty && (Number.isNaN(index) || !begins(format.header))) {
    const message = 'the file does not hold the rows of this sweep';
    throw new InputError([{ code: 'damaged', message, file: part }]);
  }
  const kept = empty ? 0 : end;
  try {
    ftruncateSync(handle, kept);
  } catch (error) {
    throw writeFailure(part, error);
  }
  return { handle, start: index + 1, end: kept };
}

function open(part: string, flags: string): number {
  try {
    return openSync(part, flags);
  } catch (error) {
    throw writeFailure(part, error);
  }
}

/** Writes text at a place of a file, and tells how many bytes it has. */
function write(handle: number, part: string, text: string, at: number): number {
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) {
      done += writeSync(handle, bytes, done, bytes.length - done, at + done);
    }
    return bytes.length;
  } catch (error) {
    throw writeFailure(part, error);
  }
}

function noPlan(file: string, planFile: string): InputError {
  const message = 'there is no plan that says which sweep this belongs to';
  return new InputError([{ code: 'no-plan', message, expected: planFile, file }]);
}
