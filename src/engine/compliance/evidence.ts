import { netTokenPrice, priceTerms } from '../catalog';
import { isContractor } from '../segments/users';
import type { UsageReading } from '../usage/types';
import { isUse as showsUse } from '../usage/use';
import { assignedByUser, entitlesOn, type Assigned, type Entitles } from './entitlements/coverage';
import { employmentByUser } from './entitlements/employment';
import { evidenceRows, type EvidenceRows } from './evidence-rows';
import { grainOf, type Grain } from './grain';
import { machineMetered } from './credentials/machine-metered';
import { RULES } from './rules';
import type { ComplianceInput, ComplianceRule, Employment, Finding } from './types';

/** Everything the checks look at, joined once. */
export interface CheckedUsage {
  readonly input: ComplianceInput;
  readonly reading: UsageReading;
  /** Whole serial; rows after it are left out. */
  readonly asOf: number;
  readonly grain: Grain;
  /** By product index. */
  readonly metered: readonly boolean[];
  /** By user index; null = nothing says when people left. */
  readonly employment: readonly (readonly Employment[])[] | null;
  /** By user index; null = nothing says who holds what. */
  readonly assigned: readonly Assigned[] | null;
  readonly entitles: Entitles;
  /** By user index. */
  readonly contractor: readonly boolean[];
  readonly tokenPrice: number;
}

/** What a check gives: a reason why it could not run, or what it found. */
export type CheckOutcome =
  { readonly skipped: string } | { readonly findings: readonly Finding[]; readonly note?: string };

export type Check = (usage: CheckedUsage) => CheckOutcome;

export function checkedUsage(input: ComplianceInput): CheckedUsage {
  const { reading } = input;
  const { table } = reading;
  const employment = employmentByUser(reading, input.employment);
  const domains = input.externalDomains ?? [];
  return {
    input,
    reading,
    asOf: Math.floor(input.asOf ?? reading.latestDate ?? 0),
    grain: grainOf(reading),
    metered: machineMetered(table, input.machineMetered),
    employment,
    assigned: assignedByUser(reading, input.seats),
    entitles: entitlesOn(reading.card),
    contractor: table.users.map((user, index) => {
      const said = employment?.[index]?.find(({ userType }) => userType !== '')?.userType;
      return isContractor(said === undefined ? user : { ...user, userType: said }, domains);
    }),
    tokenPrice: input.tokenPrice ?? netTokenPrice(priceTerms(reading.card, {})),
  };
}

/** Whether a row is somebody's use up to the as-of day: refunds and products never opened are not. */
export function isUse({ reading: { table }, asOf }: CheckedUsage, row: number): boolean {
  return (
    table.user[row]! >= 0 && table.date[row]! < asOf + 1 && showsUse(table, row) && table.tokens[row]! >= 0
  );
}

interface Facts extends Pick<Finding, 'evidence' | 'severity' | 'falsePositive' | 'action'> {
  readonly product?: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly rows: Iterable<number> | EvidenceRows;
  /** What tells this finding from others of the rule and person: a product, or a first date. */
  readonly mark?: string | number;
}

/** A finding about a user of the data. */
export function findingOf(
  { reading }: CheckedUsage,
  rule: ComplianceRule,
  user: number,
  facts: Facts,
): Finding {
  const { product = '', from, to, rows, mark, evidence, severity, falsePositive, action } = facts;
  const { key, displayName } = reading.table.users[user]!;
  const id = [rule, key.trim().toLowerCase(), ...(mark === undefined ? [] : [String(mark)])].join('|');
  const { title } = RULES[rule];
  const traced = 'rowCount' in rows ? rows : evidenceRows(rows);
  const who = { user: key, displayName, product };
  return { id, rule, title, ...who, from, to, evidence, ...traced, severity, falsePositive, action };
}
