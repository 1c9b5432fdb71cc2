/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A place in a list of `length`, the first ones far more often: a few say much, many say little. */
export function skewed(random: () => number, length: number): number {
  return Math.floor(length * random() ** 4);
}

/** How often {@link skewed} answers this place of the list, of 1. */
export function shareOf(place: number, length: number): number {
  return ((place + 1) / length) ** 0.25 - (place / length) ** 0.25;
}
