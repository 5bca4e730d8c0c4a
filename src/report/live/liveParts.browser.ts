import { needsNode } from '../needsNode.ts';
import type * as node from './liveParts.ts';

/** {@link node.liveParts} packs and hashes by libraries of Node.js. */
export const liveParts: typeof node.liveParts = () => needsNode('a page in one file');
