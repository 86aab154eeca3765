/** Invented projects of uneven size: a few large, many small. A name stands in the list once for each share of the people it has. */
const PLACES = ['Quayside', 'North Line', 'Mill Bridge', 'Ward 7', 'Depot East', 'Valve series', 'Overhead'];
const FIRST = ['Harbour', 'Station', 'Canal', 'Orchard', 'Tower', 'Viaduct', 'Foundry', 'Meadow'];
const SECOND = ['North', 'South', 'phase 1', 'phase 2', 'refit', 'extension', 'car park'];

const names = [...PLACES, ...FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`))];

/** Shares fall as the square root of the rank: 14 for the largest, 2 for the smallest of the 63. */
export const PROJECTS = names.flatMap((name, index) =>
  Array.from({ length: Math.round(14 / Math.sqrt(index + 1)) }, () => name),
);
