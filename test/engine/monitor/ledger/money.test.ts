import { UNUSED, chargeback } from '../../../../src/engine/monitor/ledger/chargeback';
import { ledger } from '../../../../src/engine/monitor';
import { monthMoney, monthMoneyByTeam } from '../../../../src/engine/monitor/ledger/money';
import { invoiceCents } from '../../../../src/engine/monitor/ledger/lots';
import { toWholeCents } from '../../../../src/engine/monitor/ledger/apportion';
import { monthIndexOf } from '../../../../src/engine/numeric';
import { book, burn, on, pack } from '../books';

const JANUARY = monthIndexOf(on(1, 1));

describe('money by month', () => {
  // 3 tokens for $1.00: every split leaves a third of a cent.
  const odd = book([pack('odd', 3, on(1, 10), on(3, 31), { price: 1 / 3 })]);

  it('rounds so that the parts of a pack sum to its invoice', () => {
    const months = monthMoney(ledger(odd, [burn(on(1, 20), 1), burn(on(2, 3), 1)], on(4, 30)));
    expect(
      months.map(({ month, bought, burned, expired, closing }) => [
        month - JANUARY,
        bought.cents,
        burned.cents,
        expired.cents,
        closing,
      ]),
    ).toEqual([
      [0, 100, 33, 0, { tokens: 2, cents: 67 }],
      [1, 0, 34, 0, { tokens: 1, cents: 33 }],
      [2, 0, 0, 0, { tokens: 1, cents: 33 }],
      [3, 0, 0, 33, { tokens: 0, cents: 0 }],
    ]);
  });

  it('shows any span of months, with what came before in the opening', () => {
    const played = ledger(odd, [burn(on(1, 20), 1)], on(4, 30));
    const [march, ...others] = monthMoney(played, JANUARY + 2, JANUARY + 2);
    expect(others).toEqual([]);
    expect(march).toMatchObject({
      month: JANUARY + 2,
      opening: { tokens: 2, cents: 67 },
      bought: { tokens: 0, cents: 0 },
    });
    expect(monthMoney(played, JANUARY - 1)[0]).toMatchObject({
      opening: { tokens: 0, cents: 0 },
      closing: { tokens: 0, cents: 0 },
    });
  });

  it('moves the cost with the tokens from team to team', () => {
    const packs = [
      pack('A', 3, on(1, 1), on(12, 31), { team: 'A', price: 1 / 3 }),
      pack('B', 10, on(1, 1), on(12, 31), { team: 'B' }),
    ];
    const transfers = [{ date: on(2, 1), from: 'A', to: 'B', tokens: 2, row: 2 }];
    const byTeam = monthMoneyByTeam(ledger(book(packs, { transfers }), [burn(on(1, 5), 1, 'A')], on(2, 28)));
    expect(byTeam.map(({ team, months }) => [team, months[1]])).toEqual([
      [
        'A',
        expect.objectContaining({
          opening: { tokens: 2, cents: 67 },
          transferredOut: { tokens: 2, cents: 67 },
          closing: { tokens: 0, cents: 0 },
        }),
      ],
      [
        'B',
        expect.objectContaining({
          opening: { tokens: 10, cents: 3000 },
          transferredIn: { tokens: 2, cents: 67 },
          closing: { tokens: 12, cents: 3067 },
        }),
      ],
    ]);
  });

  it('counts carried-forward tokens apart from what was bought, and a refund back at what it had cost', () => {
    const packs = [
      pack('new', 100, on(1, 1), on(12, 31)),
      pack('old', 20, on(1, 1), on(12, 31), { carried: true, price: 0 }),
    ];
    const [january, february] = monthMoney(
      ledger(book(packs), [burn(on(1, 5), 30), burn(on(2, 5), -10)], on(2, 28)),
    );
    expect(january).toMatchObject({
      bought: { tokens: 100, cents: 30000 },
      carriedIn: { tokens: 20, cents: 0 },
      burned: { tokens: 30, cents: 3000 },
    });
    expect(february).toMatchObject({
      burned: { tokens: -10, cents: -3000 },
      closing: { tokens: 100, cents: 30000 },
    });
  });

  it('takes prices as Excel shows them: half a cent goes up', () => {
    expect(invoiceCents(1, 1.005)).toBe(101);
    expect(invoiceCents(5000, 2.85)).toBe(1425000);
    expect(invoiceCents(1, 0.004)).toBe(0);
  });
});

describe('chargeback', () => {
  const packs = [
    pack('cheap', 100, on(1, 1), on(1, 31), { price: 1 }),
    pack('dear', 100, on(1, 1), on(2, 28), { price: 3 }),
  ];
  const burns = [burn(on(1, 10), 120), burn(on(2, 10), 30)];
  const shares = (day: number): ReadonlyMap<string, number> =>
    day === on(1, 10)
      ? new Map([
          ['100', 90],
          ['200', 30],
        ])
      : new Map([
          ['200', 20],
          ['300', 10],
        ]);
  const played = ledger(book(packs), burns, on(3, 31));
  // Used: 100 × $1 + 20 × $3 on 10 January, 30 × $3 on 10 February; 50 × $3 expired.
  const lines = (rule: 'by use' | 'evenly' | 'apart') =>
    chargeback(played, shares, rule).lines.map(({ costCentre, tokens, usedCents, unusedCents }) => [
      costCentre,
      tokens,
      usedCents,
      unusedCents,
    ]);

  it('splits the cost of each day by who used tokens that day, lot by lot', () => {
    expect(lines('apart')).toEqual([
      ['100', 90, 12000, 0],
      ['200', 50, 4000 + 6000, 0],
      ['300', 10, 3000, 0],
      [UNUSED, 0, 0, 15000],
    ]);
  });

  it('shares what nobody used in proportion to use, or evenly', () => {
    expect(lines('by use').map((line) => line[3])).toEqual([9000, 5000, 1000]);
    expect(lines('evenly').map((line) => line[3])).toEqual([5000, 5000, 5000]);
  });

  it('leaves tokens that can still be used in the pool', () => {
    const {
      stillInPoolCents,
      invoicedCents,
      lines: rows,
    } = chargeback(ledger(book(packs), burns, on(2, 20)), shares, 'apart');
    expect([invoicedCents, stillInPoolCents]).toEqual([40000, 15000]);
    expect(rows.map(({ costCentre }) => costCentre)).toEqual(['100', '200', '300']);
  });

  it('lists use on days without a balance, at no cost', () => {
    const over = ledger(book(packs), [...burns, burn(on(3, 10), 12)], on(3, 31));
    const { lines: rows } = chargeback(over, shares, 'apart');
    // Tokens are those of packs: use without one stands beside them.
    expect(rows.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(over.total.burned);
    expect(rows.find(({ costCentre }) => costCentre === '200')).toMatchObject({ tokens: 50, uncovered: 8 });
  });

  it('keeps use without a cost centre visible as such', () => {
    const { lines: rows } = chargeback(played, () => new Map(), 'evenly');
    expect(rows).toEqual([
      { costCentre: 'No cost centre', tokens: 150, usedCents: 25000, unusedCents: 15000, totalCents: 40000 },
    ]);
    expect(chargeback(ledger(book(packs), [], on(3, 31)), () => new Map(), 'by use').lines).toEqual([
      { costCentre: UNUSED, tokens: 0, usedCents: 0, unusedCents: 40000, totalCents: 40000 },
    ]);
  });

  it('gives left-over cents to the largest fractions, and never loses one', () => {
    expect(toWholeCents([33.3, 33.3, 33.4], 100)).toEqual([33, 33, 34]);
    expect(toWholeCents([0.5, 0.5], 1)).toEqual([1, 0]);
    expect(toWholeCents([-33.5, -66.5], -100)).toEqual([-33, -67]);
    expect(toWholeCents([], 0)).toEqual([]);
  });
});
