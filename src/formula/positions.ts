/** Numbers and names of a formula, in the order in which they are written. */
const LEAF = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** Words that mathjs reads as operators between operands, so that they are no leaves of its tree. */
const WORD_OPERATORS = new Set(['and', 'or', 'xor', 'to', 'in', 'mod']);

/** The end of an operand: what follows it is an operator. */
const OPERAND = /[\p{L}\p{N}_.)\]]\s*$/u;

/**
 * 1-based positions of the leaves of a formula.
 *
 * mathjs' tree carries no positions; but its leaves, read from left to right, are the numbers and
 * names of the text, so the n-th leaf stands at the n-th position.
 */
export function leafPositions(text: string): number[] {
  const positions: number[] = [];
  for (const match of text.matchAll(LEAF)) {
    const [word] = match;
    const infix = WORD_OPERATORS.has(word) && OPERAND.test(text.slice(0, match.index));
    if (!infix && word !== 'not') positions.push(match.index + 1);
  }
  return positions;
}
