/** Refuses in a browser what needs files or libraries of Node.js. */
export function needsNode(what: string): never {
  throw new Error(`${what} can be made by Node.js only, not in a browser`);
}
