import { needsNode } from '../needsNode.ts';
import type * as node from './png.ts';

/** A browser draws an SVG by itself; the pixels of {@link node.renderPng} come from a native library. */
export const renderPng: typeof node.renderPng = async () => needsNode('a PNG');
