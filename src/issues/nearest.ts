/** Names longer than this are not compared: the cost is the product of the lengths. */
const LONGEST = 80;

/**
 * The candidate that begins with `name`, or else has the smallest Levenshtein distance to it, or undefined when none is within
 * a third of its length (at least 2 edits): a far-fetched guess helps nobody.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const [a, b] = [name.toLowerCase(), candidate.toLowerCase()];
    // An unfinished name is nearer to what it begins than to anything a letter away.
    const distance = b.startsWith(a) ? (b.length - a.length) / (2 * LONGEST) : levenshtein(a, b);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Edit distance by the two-row dynamic programme (Wagner and Fischer 1974). */
function levenshtein(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
