import { ledger, type ShownBalance } from '../../../../src/engine/monitor';
import { reconcile } from '../../../../src/engine/monitor/ledger/reconcile';
import { knownUntil, reconciledBook } from '../../../../src/engine/monitor/ledger/reconciled';
import { book, burn, on, pack } from '../books';

const burns = [burn(on(1, 10), 100)];

/** Balance that alerts count from, with usage to 20 January. */
function counted(shown: readonly Omit<ShownBalance, 'row'>[]): number {
  const kept = book([pack('P', 1000, on(1, 1), on(12, 31))], {
    shown: shown.map((one, at) => ({ ...one, row: at + 2 })),
  });
  const found = reconcile(ledger(kept, burns, on(1, 31)), kept.shown, {
    latestDataDay: on(1, 20),
    burns,
    transfers: [],
  });
  return ledger(reconciledBook(kept, found, on(1, 20)), burns, on(1, 31)).total.balance;
}

describe('the balance that alerts count from', () => {
  it('is the ledger where nothing was shown, or where it agrees', () => {
    expect(counted([])).toBe(900);
    expect(counted([{ date: on(1, 15), team: '', balance: 900 }])).toBe(900);
  });

  it('is what was shown, where that is newer than the usage', () => {
    expect(counted([{ date: on(1, 25), team: '', balance: 640 }])).toBe(640);
  });

  it('takes the newest of several, in whatever order they were entered', () => {
    expect(
      counted([
        { date: on(1, 26), team: '', balance: 600 },
        { date: on(1, 25), team: '', balance: 640 },
      ]),
    ).toBe(600);
  });

  it('never falls below nothing', () => {
    expect(counted([{ date: on(1, 25), team: '', balance: 0 }])).toBe(0);
  });
});

describe('until when the balance is known', () => {
  it('is the last day of usage, or the day of a newer balance', () => {
    expect(knownUntil([], on(1, 20))).toBe(on(1, 20));
    const shown = {
      date: on(1, 25),
      team: '',
      shown: 1,
      ledger: 1,
      difference: 0,
      explanations: [],
      unexplained: 0,
    };
    expect(knownUntil([shown], on(1, 20))).toBe(on(1, 25));
    expect(knownUntil([shown], on(1, 28))).toBe(on(1, 28));
    expect(knownUntil([], null)).toBeNull();
  });
});
