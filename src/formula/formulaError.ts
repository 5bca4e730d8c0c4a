import type { Issue } from '../issues/issue.ts';

/** Stops the reading of one formula; the caller turns it into data. */
export class FormulaError extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.message);
    this.issue = issue;
  }
}
