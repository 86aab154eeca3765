/** The input cells of a review: what each takes, and how its text is read. */
import type { CellValue } from '../../report/model/document';
import { UNUSED_RULES } from '../../report/monitor/assumptions';
import type { MONITOR_NAMES } from '../../report/monitor/input';
import { SHEETS } from '../../report/model/sheet-names';
import { poolCell } from '../pool/cells';

export type MonitorKey = keyof typeof MONITOR_NAMES;

interface MonitorCell {
  readonly label: string;
  /** Goes on "Enter …". */
  readonly wanted: string;
  /** The sheet of ours it stands on. */
  readonly sheet: string;
  readonly accepts: (value: CellValue) => boolean;
}

const number =
  (test: (value: number) => boolean) =>
  (value: CellValue): boolean =>
    typeof value === 'number' && Number.isFinite(value) && test(value);
const share = number((value) => value >= 0 && value <= 1);

const SHARE = 'a share from 0 % to 100 %';
const MONITOR = SHEETS.monitor.name;

export const MONITOR_CELLS: Readonly<Record<MonitorKey, MonitorCell>> = {
  asOf: {
    label: 'As-of date',
    wanted: 'a date, or clear the cell for today',
    sheet: MONITOR,
    accepts: number((value) => value >= 1),
  },
  people: {
    label: 'People',
    wanted: '"all people", "Flex segments" or "Flex people of the portfolio"',
    sheet: MONITOR,
    accepts: (value) => value === 'all' || value === 'flex' || value === 'portfolio',
  },
  review: { label: 'Review at', wanted: SHARE, sheet: MONITOR, accepts: share },
  topUp: { label: 'Top up at', wanted: SHARE, sheet: MONITOR, accepts: share },
  escalate: { label: 'Escalate at', wanted: SHARE, sheet: MONITOR, accepts: share },
  leadDays: {
    label: 'Procurement lead time',
    wanted: 'days from 0 to 365',
    sheet: MONITOR,
    accepts: number((value) => value >= 0 && value <= 365),
  },
  wasteShare: { label: 'Expiry waste above', wanted: SHARE, sheet: MONITOR, accepts: share },
  staleDays: {
    label: 'Usage is too old after',
    wanted: 'days from 0 to 365',
    sheet: MONITOR,
    accepts: number((value) => value >= 0 && value <= 365),
  },
  unusedRule: {
    label: 'Unused tokens are charged',
    wanted: UNUSED_RULES.map((rule) => `"${rule}"`).join(', '),
    sheet: SHEETS.chargeback.name,
    accepts: (value) => UNUSED_RULES.some((rule) => rule === value),
  },
};

/** A cell as the settings say it: "Flex segments" is `flex`, "By use" is `by use`. Anything else stays as typed. */
export function monitorCell(key: string, value: CellValue): CellValue {
  if (key === 'people') return poolCell(key, value);
  if (key === 'unusedRule' && typeof value === 'string') {
    const word = value.trim().toLowerCase();
    return UNUSED_RULES.find((rule) => rule === word) ?? value;
  }
  // A time of day says nothing about which day.
  return key === 'asOf' && typeof value === 'number' ? Math.floor(value) : value;
}
