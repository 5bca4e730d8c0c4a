import { needsNode } from '../needsNode.ts';
import type * as node from './document.ts';

/** {@link node.documentOf} packs and hashes by libraries of Node.js. */
export const documentOf: typeof node.documentOf = () => needsNode('a page in one file');
