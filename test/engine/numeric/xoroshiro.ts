/** xoroshiro128+ as its authors publish it (Blackman and Vigna, prng.di.unimi.it/xoroshiro128plus.c, 2018), in whole 64-bit words. */
const JUMP = [0xdf900294d8f554a5n, 0x170865df4b3201fcn];
const u64 = (x: bigint): bigint => BigInt.asUintN(64, x);
const rotl = (x: bigint, by: bigint): bigint => u64((x << by) | (x >> (64n - by)));

export class Xoroshiro128Plus {
  constructor(
    private s0: bigint,
    private s1: bigint,
  ) {}

  next(): bigint {
    const result = u64(this.s0 + this.s1);
    const mixed = this.s0 ^ this.s1;
    this.s0 = rotl(this.s0, 24n) ^ mixed ^ u64(mixed << 16n);
    this.s1 = rotl(mixed, 37n);
    return result;
  }

  /** 2^64 words ahead. */
  jump(): void {
    let [s0, s1] = [0n, 0n];
    for (const word of JUMP) {
      for (let bit = 0n; bit < 64n; bit++) {
        if ((word >> bit) & 1n) [s0, s1] = [s0 ^ this.s0, s1 ^ this.s1];
        this.next();
      }
    }
    [this.s0, this.s1] = [s0, s1];
  }
}

/** The two words a seed of 32 bits starts from, as pure-rand lays it out: all bits set above its complement, and itself in the upper half. */
export function seeded(seed: number): [bigint, bigint] {
  const half = (x: number): bigint => BigInt.asUintN(32, BigInt(x));
  return [(half(-1) << 32n) | half(~seed), half(seed) << 32n];
}
