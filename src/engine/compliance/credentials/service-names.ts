import { formatNumber, counted } from '../../numeric';
import type { UserInfo } from '../../usage/types';
import { evidenceRows, rowsText } from '../evidence-rows';
import { findingOf, type Check } from '../evidence';
import type { Finding } from '../types';

/** Words that name a purpose instead of a person (docs/functions.md, "FLEX.COMPLIANCE"). */
const SERVICE_WORDS = new Set([
  ...['svc', 'service', 'admin', 'render', 'batch', 'build', 'test', 'shared', 'generic', 'noreply'],
]);

/**
 * Names that hold a service word: whole words between separators, digits behind them ignored, never parts of words ("tester", "Batchelor").
 * The domain of an address is no part of a name. People whose rows are all of machine-metered products are left out: their names are
 * machines.
 */
export const serviceNames: Check = (usage) => {
  const { reading, asOf, metered } = usage;
  const { table } = reading;
  if (!reading.hasUserColumn)
    return { skipped: 'The rows have no user column, so there are no names to look at.' };
  const words = table.users.map(serviceWord);
  const rows = new Map<number, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row]!;
    if (words[user] == null || metered[table.product[row]!] === true || table.date[row]! >= asOf + 1)
      continue;
    const own = rows.get(user);
    if (own) own.push(row);
    else rows.set(user, [row]);
  }
  const findings: Finding[] = [];
  for (const [user, own] of rows) {
    const days = own.map((row) => Math.floor(table.date[row]!)).filter((day) => !Number.isNaN(day));
    const tokens = own.reduce(
      (sum, row) => sum + (table.seatAccess[row] === 1 ? 0 : Math.round(table.tokens[row]! * 1e6) / 1e6),
      0,
    );
    const traced = evidenceRows(own.map((row) => table.sourceRow[row]!));
    const isListed = (usage.employment?.[user]?.length ?? 0) > 0;
    findings.push(
      findingOf(usage, 'service name', user, {
        from: days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b)),
        to: days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)),
        rows: traced,
        severity: isListed ? 'low' : 'medium',
        evidence: `The name holds the word "${words[user] ?? ''}"; ${formatNumber(tokens)} tokens in ${counted(own.length, 'row')} (${rowsText(traced)}).`,
        falsePositive: isListed
          ? 'The people table lists this name: it is probably a person.'
          : 'The word is the name of a person.',
        action:
          'Find out who signs in with it. Autodesk assigns products to named people: replace a shared or service account by people, or by a product meant for machines.',
      }),
    );
  }
  return { findings };
};

/** The first service word in a user's key, address or display name; null when there is none. */
function serviceWord({ key, email, displayName }: UserInfo): string | null {
  for (const name of [key, email, displayName]) {
    const local = name.includes('@') ? name.slice(0, name.lastIndexOf('@')) : name;
    const found = wordsOf(local).find((word) => SERVICE_WORDS.has(word));
    if (found !== undefined) return found;
  }
  return null;
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(/\bno[-_. ]reply\b/, 'noreply')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d+$/, ''));
}
