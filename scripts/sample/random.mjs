/** A small seeded generator (mulberry32): the same seed gives the same sample on every machine. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low, high) => low + (high - low) * next();
  return {
    chance: (share) => next() < share,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    pick: (items) => items[Math.floor(next() * items.length)],
    /** Hours rounded to quarters, at least one quarter. */
    hours: (low, high) => Math.max(0.25, Math.round(between(low, high) * 4) / 4),
  };
}
