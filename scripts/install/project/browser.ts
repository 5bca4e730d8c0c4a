import { found } from './core.js';

Object.assign(globalThis, { found: JSON.stringify(found) });
