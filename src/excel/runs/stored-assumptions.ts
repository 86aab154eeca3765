/** Assumptions as the workbook keeps them. Anyone who unzips the file can read them: no personal data, no secrets. */
import { isDomain, normalDomains } from '../../engine/assumptions/domains';
import type { Assumption, AssumptionTable, Values } from '../../engine/assumptions/row';
import type { StoredSettings } from '../host/stored-settings';

/** As saved; what is missing or of another kind is the default. Limits are looked at when a run uses a value. */
export function storedValues<Table extends AssumptionTable>(
  table: Table,
  stored: StoredSettings,
): Values<Table> {
  return Object.fromEntries(
    Object.entries(table).map(([key, row]) => [key, storedValue(row, stored.raw(key))]),
  ) as unknown as Values<Table>;
}

function storedValue(row: Assumption, raw: unknown): unknown {
  if (raw === null && row.empty?.value === null) return null;
  switch (row.kind) {
    case 'choice':
      return row.choices.find((each) => each === raw) ?? row.initial;
    case 'flag':
      return typeof raw === 'boolean' ? raw : row.initial;
    case 'date':
      return typeof raw === 'string' ? raw : row.initial;
    case 'domains':
      return Array.isArray(raw) ? domainsIn(raw) : row.initial;
    default:
      return typeof raw === 'number' ? raw : row.initial;
  }
}

/** What is no domain is left out: a workbook that another version wrote must open. */
function domainsIn(raw: readonly unknown[]): readonly string[] {
  return normalDomains(raw.filter((each): each is string => typeof each === 'string' && isDomain(each)));
}
