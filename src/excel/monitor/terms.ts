/** The inputs of a review: the pane's settings, and what the user changed in the input cells since the last run. */
import { FlexError } from '../../engine/errors';
import type { MonitorTerms } from '../../engine/monitor/review-types';
import type { UnusedRule } from '../../engine/monitor/ledger/types';
import { today } from '../../engine/numeric';
import type { CellValue } from '../../report/model/document';
import { MONITOR_NAMES, type MonitorPeople } from '../../report/monitor/input';
import { adoptedMessage, editOf, type SheetAssumptions } from '../runs/values-from-sheet';
import { MONITOR_CELLS, type MonitorKey } from './cells';
import type { MonitorSettings } from '../contract/monitor';
import { asOfSerial } from '../runs/terms';
import type { Message } from '../contract/services';
import type { NamedCell } from '../runs/sheet-assumptions';

export interface ReviewTerms {
  readonly terms: MonitorTerms;
  /** Whole Excel serial. */
  readonly asOf: number;
  readonly people: MonitorPeople;
  /** As used, as the pane said, and which of them the sheet decided: kept with the run. */
  readonly used: Readonly<Record<MonitorKey, CellValue>>;
  readonly pane: Readonly<Record<MonitorKey, CellValue>>;
  readonly adopted: readonly string[];
  readonly messages: readonly Message[];
}

/**
 * @param earlier inputs of the last review of this workbook; null on a first run
 * @param cells where the inputs stand on the earlier sheets
 * @param now decides the as-of day where neither the pane nor the sheet names one
 * @throws FlexError naming the cell, or the setting, that cannot be used
 */
export function reviewTerms(
  settings: MonitorSettings,
  earlier: SheetAssumptions | null,
  cells: ReadonlyMap<string, NamedCell>,
  now: Date,
): ReviewTerms {
  const pane: Readonly<Record<MonitorKey, CellValue>> = {
    asOf: settings.asOf === null ? null : asOfSerial(settings.asOf),
    people: settings.people,
    review: settings.review,
    topUp: settings.topUp,
    escalate: settings.escalate,
    leadDays: settings.leadDays,
    wasteShare: settings.wasteShare,
    staleDays: settings.staleDays,
    unusedRule: settings.unusedRule,
  };
  const used: Record<MonitorKey, CellValue> = { ...pane };
  const messages: Message[] = [];
  const adopted: string[] = [];
  for (const key of Object.keys(MONITOR_NAMES) as MonitorKey[]) {
    const edit = editOf(key, pane[key], earlier);
    if (edit !== undefined) {
      used[key] = edit;
      adopted.push(key);
      messages.push(adoptedMessage(MONITOR_CELLS[key].label, MONITOR_CELLS[key].sheet));
    }
    // No date means today.
    if (key === 'asOf') used.asOf ??= today(now);
    require(key, used[key], edit === undefined
      ? null
      : (cells.get(key)?.address ?? MONITOR_CELLS[key].sheet));
  }
  const terms = termsOf(used);
  requireFalling(terms);
  return {
    terms,
    asOf: Number(used.asOf),
    people: used.people as MonitorPeople,
    used,
    pane,
    adopted,
    messages,
  };
}

/** Each has been looked at by `require`. */
function termsOf(used: Readonly<Record<MonitorKey, CellValue>>): MonitorTerms {
  return {
    review: Number(used.review),
    topUp: Number(used.topUp),
    escalate: Number(used.escalate),
    leadDays: Number(used.leadDays),
    wasteShare: Number(used.wasteShare),
    staleDays: Number(used.staleDays),
    unusedRule: used.unusedRule as UnusedRule,
  };
}

function requireFalling({ review, topUp, escalate }: MonitorTerms): void {
  if (review >= topUp && topUp >= escalate) return;
  const { review: first, topUp: second, escalate: third } = MONITOR_CELLS;
  throw new FlexError(
    'value',
    `"${first.label}", "${second.label}" and "${third.label}" must fall, for example 30 %, 20 % and 10 %: they are ${percent(review)}, ${percent(topUp)} and ${percent(escalate)}.`,
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

function require(key: MonitorKey, value: CellValue, address: string | null): void {
  const { label, wanted, accepts } = MONITOR_CELLS[key];
  if (accepts(value)) return;
  const given = value === null ? 'empty' : `"${String(value)}"`;
  throw new FlexError(
    'value',
    address === null
      ? `${label} is ${given}. Enter ${wanted}.`
      : `${label} in ${address} is ${given}. Enter ${wanted} there, then run again.`,
  );
}
