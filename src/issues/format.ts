import type { Issue } from './issue.ts';

/** How many issues a person is shown before the rest is only counted. */
const SHOWN = 20;

/** `file:row:column` (or YAML path, or position) of an issue, as far as it is known. */
export function formatPlace(issue: Issue): string {
  const parts: string[] = [];
  if (issue.file !== undefined) parts.push(issue.file);
  if (issue.row !== undefined) parts.push(String(issue.row));
  if (issue.column !== undefined) parts.push(issue.column);
  if (issue.path !== undefined) parts.push(issue.path);
  if (issue.position !== undefined) parts.push(`position ${issue.position}`);
  return parts.join(':');
}

/** One issue as one line. */
export function formatIssue(issue: Issue): string {
  const place = formatPlace(issue);
  const details = [
    issue.expected === undefined ? '' : `expected ${issue.expected}`,
    issue.received === undefined ? '' : `received ${issue.received}`,
  ].filter((part) => part !== '');
  const tail = details.length > 0 ? ` (${details.join(', ')})` : '';
  const hint = issue.suggestion === undefined ? '' : `; did you mean ${issue.suggestion}?`;
  return `${place === '' ? '' : `${place}: `}${issue.message}${tail}${hint}`;
}

/** All issues as lines; beyond the first twenty only their number. */
export function formatIssues(issues: readonly Issue[]): string {
  const lines = issues.slice(0, SHOWN).map(formatIssue);
  if (issues.length > SHOWN) lines.push(`… and ${issues.length - SHOWN} more`);
  return lines.join('\n');
}
