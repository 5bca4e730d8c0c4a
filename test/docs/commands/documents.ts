import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Directories without documentation of ours: packages, builds, and what tools leave. */
const NOT_OURS = /^(?:\..*|node_modules|dist|coverage)$/;

/** Documents of what was, and not of what is. */
const PAST = 'CHANGELOG.md';

/** Every Markdown file of the repository that says how it is used, the README first. */
export function documents(directory = '.'): string[] {
  const entries = readdirSync(directory, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name) && name !== PAST)
    .sort((a, b) => Number(a.isDirectory()) - Number(b.isDirectory()));
  const found = entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return documents(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
  return directory === '.' ? found.sort((a, b) => rank(a) - rank(b)) : found;
}

const rank = (path: string): number => (path === 'README.md' ? 0 : 1);
