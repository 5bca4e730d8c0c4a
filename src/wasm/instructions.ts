import { unsigned, type Bytes } from './encode.ts';

/** Types of values: whole numbers of 32 bits, numbers, and two numbers or four words at once. */
export const [I32, F64, V128] = [0x7f, 0x7c, 0x7b];

/** Value of a variable, or of a parameter: these come first. */
export const get = (variable: number): Bytes => [0x20, variable];

/** Gives a variable a value. */
export const set = (variable: number, value: Bytes): Bytes => [...value, 0x21, variable];

/** A whole number from 0 to 63. */
export const i32 = (value: number): Bytes => [0x41, value];

/** An instruction on vectors, by its code in the WebAssembly specification. */
export const simd = (code: number): Bytes => [0xfd, ...unsigned(code)];
