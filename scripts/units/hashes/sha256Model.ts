import { rotateRight, add } from './arithmetic.ts';

/** Rounds of the compression function. */
export const SHA256_ROUNDS = 64;

/** One round of SHA-256 (FIPS 180-4, 6.2.2 step 3) on the eight working variables a to h. */
export function sha256Round(state: readonly bigint[], k: bigint, w: bigint): bigint[] {
  const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  const sigma1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
  const choice = (e & f) ^ (~e & g & 0xffffffffn);
  const t1 = add(h, sigma1, choice, k, w);
  const sigma0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
  const majority = (a & b) ^ (a & c) ^ (b & c);
  return [add(t1, sigma0, majority), a, b, c, add(d, t1), e, f, g];
}

/** The message word 16 after the first of these sixteen (step 1). */
export function sha256Schedule(words: readonly bigint[]): bigint {
  const [w0 = 0n, w1 = 0n] = words;
  const [w9 = 0n, w14 = 0n] = [words[9], words[14]];
  const small0 = rotateRight(w1, 7) ^ rotateRight(w1, 18) ^ (w1 >> 3n);
  const small1 = rotateRight(w14, 17) ^ rotateRight(w14, 19) ^ (w14 >> 10n);
  return add(w0, small0, w9, small1);
}

/** All rounds, without adding the state that went in (the feed-forward of step 4). */
export function sha256Rounds(state: readonly bigint[], block: readonly bigint[]): bigint[] {
  let [working, window] = [[...state], [...block]];
  for (const k of SHA256_K) {
    working = sha256Round(working, k, window[0] ?? 0n);
    window = [...window.slice(1), sha256Schedule(window)];
  }
  return working;
}

/** The whole compression function. */
export function sha256Compress(state: readonly bigint[], block: readonly bigint[]): bigint[] {
  return sha256Rounds(state, block).map((word, i) => add(word, state[i] ?? 0n));
}

/** The first 32 bits of the fraction of a root of `n`, times 2^32 (4.2.2 and 5.3.3), by bisection. */
function fractionOfRoot(n: bigint, degree: bigint): bigint {
  const scaled = n << (32n * degree);
  let [low, high] = [0n, n << 32n];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle - 1n;
  }
  return BigInt.asUintN(32, low);
}

const primes: bigint[] = [];
for (let n = 2n; primes.length < SHA256_ROUNDS; n++) {
  if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
}

/** Round constants: cube roots of the first 64 primes. */
export const SHA256_K: readonly bigint[] = primes.map((prime) => fractionOfRoot(prime, 3n));

/** Initial state: square roots of the first 8 primes. */
export const SHA256_IV: readonly bigint[] = primes
  .slice(0, 8)
  .map((prime) => fractionOfRoot(prime, 2n));
