/** The checks of compliance over a usage file. */
import {
  checkCompliance,
  itamRegister,
  readAssignments,
  readEmployment,
  type ComplianceReport,
  type ItamRow,
  type KeptFinding,
  type ProposedMove,
} from '../../../engine/compliance';
import { netTokenPrice } from '../../../engine/catalog';
import type { Portfolio } from '../../../engine/portfolio';
import { keptFindings, listedFindings } from '../../../report/compliance/earlier';
import type { ComplianceReportInput } from '../../../report/compliance/input';
import { PEOPLE_SHEET, SHEETS, TABLES } from '../../../report/model/sheet-names';
import type { PlacedReject } from '../../../report/segments/summary-tables';
import { datesOf, readAs, readListFile, type ListPlace } from '../../input/list-file';
import { OptionLists } from '../../input/option-lists';
import { SEATS_PLACE } from '../../input/seats-file';
import type { UsageFile } from '../../input/usage-file';
import type { OptionValues } from '../../program/option-values';
import { requestPortfolio, runPortfolio } from '../portfolio/run';
import { termsOf } from '../../program/price-options';
import type { Progress } from '../../program/progress';

export interface ComplianceRun {
  readonly report: ComplianceReport;
  readonly findings: readonly KeptFinding[];
  /** Ids that no earlier run had found. */
  readonly fresh: readonly string[];
  readonly register: readonly ItamRow[];
  readonly tokenPrice: number;
  readonly sources: ComplianceReportInput['sources'];
  readonly listsRejected: readonly PlacedReject[];
  readonly notes: readonly string[];
}

const PEOPLE: ListPlace = { sheet: PEOPLE_SHEET, table: '' };
const FINDINGS: ListPlace = { sheet: SHEETS.compliance.name, table: TABLES.complianceFindings };

/** @throws BadInput naming the list that cannot be used */
export async function runCompliance(
  usage: UsageFile,
  options: OptionValues,
  progress: Progress,
): Promise<ComplianceRun> {
  const { reading, card } = usage;
  const terms = termsOf(card, options);
  const tokenPrice = netTokenPrice(terms);
  const lists = new OptionLists(options);
  const seats = await lists.read('seats', SEATS_PLACE, readAssignments);
  const employment = await lists.read('people', PEOPLE, readEmployment);
  const earlier = await earlierFindings(options.text('findings'));
  const moves = reading.hasUserColumn ? movesOf(await mixOf(usage, options, progress)) : null;
  progress.say('Checking');
  const report = checkCompliance({
    reading,
    asOf: options.number('as-of'),
    seats,
    employment,
    moves,
    externalDomains: options.list('external-domains'),
    tokenPrice,
  });
  const known = new Set(earlier.map(({ id }) => id));
  const held = (reading.seats ?? []).length > 0 ? 'the usage report' : '';
  const register = itamRegister(reading, {
    seats,
    asOf: report.asOf,
    tokenPrice,
    seatDiscount: terms.seatDiscount,
  });
  progress.end();
  return {
    report,
    findings: keptFindings(report, earlier, reading.earliestDate),
    fresh: report.findings.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    register,
    tokenPrice,
    sources: {
      seats: options.text('seats') ?? held,
      people: options.text('people') ?? '',
      moves: moves === null ? '' : 'the cheapest mix',
    },
    listsRejected: lists.rejected,
    notes: lists.notes,
  };
}

async function mixOf(usage: UsageFile, options: OptionValues, progress: Progress): Promise<Portfolio> {
  return runPortfolio(await requestPortfolio(usage, options), progress);
}

/** Everybody whom the cheapest mix draws with tokens, and what they give up and get with it. */
function movesOf({ people }: Portfolio): readonly ProposedMove[] {
  return people
    .filter(({ proposed }) => proposed.flex.length > 0)
    .map(({ user, today, proposed }) => {
      const next = [...proposed.seats, ...proposed.collections];
      const held = today === null ? [] : [...today.seats, ...today.collections];
      return {
        user,
        toFlex: proposed.flex.map(({ product }) => product),
        givesUp: held.filter((name) => !next.includes(name)),
        gets: next.filter((name) => !held.includes(name)),
      };
    });
}

async function earlierFindings(file: string | null): Promise<readonly KeptFinding[]> {
  if (file === null) return [];
  const list = await readListFile(file, [FINDINGS]);
  return readAs(list, (values) =>
    listedFindings({ ...list, sheet: list.sheet || list.name, values: values.map(datesOf) }),
  );
}
