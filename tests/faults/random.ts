/**
 * Reproducible random numbers: the same seed gives the same sequence.
 *
 * Takes a whole number. Returns a function that gives numbers from 0 (inclusive) to 1. The
 * generator is Marsaglia's xorshift of 32 bits.
 */
export function randomOf(seed: number): () => number {
  // Zero would stay zero; neighbouring seeds begin with distant values.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}
