import { found } from './core.js';

console.log(JSON.stringify(found));
