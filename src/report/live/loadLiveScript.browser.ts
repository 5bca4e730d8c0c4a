import { needsNode } from '../needsNode.ts';
import type * as node from './loadLiveScript.ts';

/** {@link node.loadLiveScript} reads a file of the package. */
export const loadLiveScript: typeof node.loadLiveScript = async () =>
  needsNode('a page in one file');
