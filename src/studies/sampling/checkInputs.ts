import type { Issue } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';
import { validate } from '../distributions/validate.ts';
import type { StudyInput } from '../types.ts';

/**
 * What is wrong with the inputs of a study: inputs of the model without a distribution,
 * distributions without an input, repeated ones, and distributions that are wrong in themselves.
 *
 * @param names - inputs of the model
 * @param inputs - their distributions
 * @returns issues, of which those of a distribution have a `path` such as `clock.low`
 */
export function checkInputs(names: readonly string[], inputs: readonly StudyInput[]): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const { name, distribution } of inputs) {
    if (seen.has(name)) issues.push(about('repeated-input', 'an input appears twice', name));
    seen.add(name);
    if (!names.includes(name)) {
      const suggestion = nearest(name, names);
      issues.push({
        ...about('unknown-input', 'the model has no such input', name),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    for (const issue of validate(distribution)) {
      issues.push({ ...issue, path: `${name}.${issue.path ?? ''}` });
    }
  }
  for (const name of names) {
    if (!seen.has(name)) issues.push(about('missing-input', 'an input has no distribution', name));
  }
  return issues;
}

function about(code: string, message: string, name: string): Issue {
  return { code, message, received: quote(name) };
}
