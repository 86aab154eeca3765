import { standardNormal, uniform, type RandomWords } from '../../src/engine/numeric/random';

const MONTHS = 12;
const USERS_A_PROJECT = 10;

/** One simulated year of history. */
export interface History {
  /** Tokens of each cluster. */
  readonly clusters: Float64Array;
  /** Tokens of each user, where users stand inside the clusters; else null. */
  readonly users: Float64Array | null;
  readonly monthTokens: readonly number[];
}

/** A firm whose years are independent draws of one law, so that the right size is known. */
export interface Population {
  readonly name: string;
  /** Largest distance of realised from tolerated stockout, in percentage points; null = printed only. */
  readonly target: number | null;
  /** What an independent reference of the same estimator realised at 1, 5 and 10 %; null = not measured. */
  readonly reference: readonly [number, number, number] | null;
  history(words: RandomWords): History;
  /** Tokens of another year. */
  nextYear(words: RandomWords): number;
}

/** A random number of clusters a year, each of lognormal size, each running some months of it. */
function projects(
  name: string,
  mean: number,
  logSd: number,
  target: number | null,
  reference: Population['reference'],
): Population {
  const size = (words: RandomWords): number => Math.exp(logSd * standardNormal(words));
  return {
    name,
    target,
    reference,
    history(words) {
      const clusters = Float64Array.from({ length: poisson(mean, words) }, () => size(words));
      const monthTokens = new Array<number>(MONTHS).fill(0);
      for (const tokens of clusters) spread(tokens, monthTokens, words);
      return { clusters, users: null, monthTokens };
    },
    nextYear(words) {
      let total = 0;
      for (let left = poisson(mean, words); left > 0; left--) total += size(words);
      return total;
    },
  };
}

/** The same people every year: nobody joins or leaves, only their use differs. */
function fixedUsers(count: number, logSd: number): Population {
  const size = (words: RandomWords): number => Math.exp(logSd * standardNormal(words));
  return {
    name: `${count} users who all stay`,
    target: null,
    reference: null,
    history(words) {
      const clusters = Float64Array.from({ length: count }, () => size(words));
      const monthTokens = new Array<number>(MONTHS).fill(0);
      for (const tokens of clusters) spread(tokens, monthTokens, words);
      return { clusters, users: null, monthTokens };
    },
    nextYear(words) {
      let total = 0;
      for (let user = 0; user < count; user++) total += size(words);
      return total;
    },
  };
}

/** 200 possible projects of 10 users, each switched on in a fifth of the years: about 40 run, and their users stand or fall together. */
function sharedProjects(): Population {
  const possible = 200;
  const chance = 0.2;
  const userTokens = (words: RandomWords): number => Math.exp(standardNormal(words));
  return {
    name: '400 users inside 40 projects',
    target: null,
    reference: null,
    history(words) {
      const users: number[] = [];
      const clusters: number[] = [];
      const monthTokens = new Array<number>(MONTHS).fill(0);
      for (let project = 0; project < possible; project++) {
        if (uniform(words) >= chance) continue;
        let total = 0;
        for (let user = 0; user < USERS_A_PROJECT; user++) {
          const tokens = userTokens(words);
          users.push(tokens);
          total += tokens;
        }
        clusters.push(total);
        spread(total, monthTokens, words);
      }
      return { clusters: Float64Array.from(clusters), users: Float64Array.from(users), monthTokens };
    },
    nextYear(words) {
      let total = 0;
      for (let project = 0; project < possible; project++) {
        if (uniform(words) >= chance) continue;
        for (let user = 0; user < USERS_A_PROJECT; user++) total += userTokens(words);
      }
      return total;
    },
  };
}

/** Reference figures: the estimator of methods of this project, written independently and measured on the same laws. */
export const POPULATIONS: readonly Population[] = [
  projects('150 projects, log-sd 0.8', 150, 0.8, 1, [1.13, 5.6, 10.4]),
  projects('20 projects, log-sd 0.8', 20, 0.8, 2, [1.4, 6.9, 11.88]),
  projects('150 projects, log-sd 1.2', 150, 1.2, null, [2.27, 6.53, 12.27]),
  projects('20 projects, log-sd 1.2', 20, 1.2, null, [3.2, 8.22, 13.75]),
  projects('400 independent users, log-sd 1.0', 400, 1, 1, null),
  fixedUsers(400, 1),
  sharedProjects(),
];

/** Even over one to six months that start anywhere in the year. */
function spread(tokens: number, monthTokens: number[], words: RandomWords): void {
  const length = 1 + Math.floor(6 * uniform(words));
  const start = Math.floor((MONTHS - length + 1) * uniform(words));
  for (let month = start; month < start + length; month++) monthTokens[month]! += tokens / length;
}

/** Arrivals of a Poisson process in its unit of time (Knuth, The Art of Computer Programming 2, 3.4.1). */
function poisson(mean: number, words: RandomWords): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(words); product > limit; product *= uniform(words)) count++;
  return count;
}
