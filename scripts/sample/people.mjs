import { isHoliday, MONTHS, someDays, WEEKS } from './calendar.mjs';

/** Weekly rows, dated on the Monday, from week `from` on: how steady users appear in a time sheet. */
function weekly(random, person, product, low, high, { from = 0, to = WEEKS.length, attendance = 0.9 } = {}) {
  const rows = [];
  for (const monday of WEEKS.slice(from, to)) {
    if (isHoliday(monday) || !random.chance(attendance)) continue;
    rows.push({ person, product, day: monday, hours: random.hours(low, high) });
  }
  return rows;
}

/** Daily rows: `count` working days in each of the given months. */
function daily(random, person, product, months, [fewest, most], [low, high]) {
  return months.flatMap((month) =>
    someDays(random, month, random.whole(fewest, most)).map((day) => ({
      person,
      product,
      day,
      hours: random.hours(low, high),
    })),
  );
}

const rarely = (random, share) => MONTHS.filter(() => random.chance(share));
const AEC = ['Architecture', 'Structures', 'Civil'];

/**
 * The kinds of people of the sample: how many, where they work and what they use. Each `use` returns rows
 * {person, product, day, hours}.
 */
export const KINDS = [
  {
    kind: 'occasional Revit',
    count: 60,
    departments: AEC,
    use: (random, person) => daily(random, person, 'Revit', rarely(random, 0.7), [1, 4], [1, 7]),
  },
  {
    kind: 'occasional AutoCAD',
    count: 46,
    departments: ['Civil', 'Plant', 'Facilities'],
    use: (random, person) => daily(random, person, 'AutoCAD', rarely(random, 0.6), [1, 4], [0.5, 6]),
  },
  {
    kind: 'part-time Revit',
    count: 40,
    departments: AEC,
    use: (random, person) => weekly(random, person, 'Revit', 16, 34, { attendance: 0.85 }),
  },
  {
    kind: 'power Revit',
    count: 14,
    departments: AEC,
    use: (random, person) => weekly(random, person, 'Revit', 42, 50, { attendance: 0.96 }),
  },
  {
    kind: 'several AEC products',
    count: 30,
    departments: AEC,
    use: (random, person) => [
      ...weekly(random, person, 'Revit', 24, 34, { attendance: 0.92 }),
      ...weekly(random, person, 'Civil 3D', 16, 26, { attendance: 0.92 }),
      ...daily(random, person, 'AutoCAD', rarely(random, 0.8), [1, 2], [1, 4]),
      ...daily(random, person, 'Navisworks Manage', rarely(random, 0.3), [1, 2], [1, 3]),
    ],
  },
  {
    kind: 'Civil 3D with AutoCAD',
    count: 24,
    departments: ['Civil'],
    use: (random, person) => [
      ...daily(random, person, 'Civil 3D', rarely(random, 0.8), [2, 6], [2, 7]),
      ...daily(random, person, 'AutoCAD', rarely(random, 0.5), [1, 3], [1, 4]),
    ],
  },
  {
    kind: 'product design',
    count: 26,
    departments: ['Product design'],
    use: (random, person) =>
      random.chance(0.4)
        ? weekly(random, person, 'Inventor Pro', 30, 44, { attendance: 0.93 })
        : daily(random, person, 'Inventor Pro', rarely(random, 0.8), [2, 6], [2, 7]),
  },
  {
    kind: 'visualisation',
    count: 18,
    departments: ['Visualisation'],
    use: (random, person) =>
      random.chance(0.5)
        ? weekly(random, person, 'Maya', 12, 28, { attendance: 0.85 })
        : daily(random, person, 'Maya', rarely(random, 0.6), [1, 4], [2, 6]),
  },
  {
    kind: 'project phase',
    count: 36,
    departments: AEC,
    use: (random, person) => {
      const start = random.whole(2, 10);
      const phase = MONTHS.slice(start, start + 4);
      const rest = MONTHS.filter((month) => !phase.includes(month) && random.chance(0.15));
      const product = random.pick(['Revit', 'Revit', 'Civil 3D']);
      return [
        ...daily(random, person, product, phase, [11, 15], [6.5, 9]),
        ...daily(random, person, product, rest, [1, 1], [1, 3]),
      ];
    },
  },
  {
    kind: 'contractor',
    count: 34,
    departments: AEC,
    userType: 'Contractor',
    use: (random, person) => {
      const from = random.whole(0, 40);
      const to = from + random.whole(8, 26);
      return weekly(random, person, random.pick(['Revit', 'Revit', 'Civil 3D', 'AutoCAD']), 12, 40, {
        from,
        to,
      });
    },
  },
  {
    kind: 'external checker',
    count: 10,
    departments: ['Structures'],
    userType: 'External',
    use: (random, person) => daily(random, person, 'AutoCAD', rarely(random, 0.4), [1, 3], [1, 4]),
  },
  {
    kind: 'site coordination',
    count: 20,
    departments: ['Construction'],
    use: (random, person) => [
      ...weekly(random, person, 'BIM Collaborate Pro', 4, 14, { attendance: 0.5 }),
      ...daily(random, person, 'Navisworks Manage', rarely(random, 0.3), [1, 2], [1, 3]),
    ],
  },
  {
    kind: 'documents only',
    count: 14,
    departments: ['Construction', 'Facilities'],
    use: (random, person) => daily(random, person, 'Autodesk Docs', rarely(random, 0.7), [1, 3], [0.25, 2]),
  },
  {
    kind: 'clash checking',
    count: 6,
    departments: ['Construction'],
    use: (random, person) => daily(random, person, 'Navisworks Manage', rarely(random, 0.6), [1, 3], [1, 4]),
  },
  {
    kind: 'joiner',
    count: 14,
    departments: [...AEC, 'Product design'],
    use: (random, person) =>
      weekly(random, person, 'Revit', 8, 24, { from: random.whole(40, 54), attendance: 0.9 }),
  },
  {
    kind: 'left before the year',
    count: 8,
    departments: AEC,
    use: (random, person) => weekly(random, person, 'Revit', 4, 30, { from: 0, to: 8, attendance: 0.7 }),
  },
];
