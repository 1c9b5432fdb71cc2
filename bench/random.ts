/** Creates a seeded generator of pseudo-random numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A random index into a list of `length`, heavily skewed to the first ones. */
export function skewedIndex(random: () => number, length: number): number {
  return Math.floor(length * random() ** 4);
}

/** The probability that {@link skewedIndex} returns this index. */
export function skewedShare(place: number, length: number): number {
  return ((place + 1) / length) ** 0.25 - (place / length) ** 0.25;
}
