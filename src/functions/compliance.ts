import { checkCompliance, readAssignments, readEmployment } from '../engine/compliance';
import { noUserColumn } from '../engine/usage/errors';
import { cardArgument } from './card-argument';
import { gridOf, isOmitted } from './cells';
import { answer } from './failures';
import { spill } from './results';
import { usageArgument } from './usage-argument';

const HEADERS = ['Rule', 'User', 'Evidence', 'Severity', 'What to do'];

/**
 * What an auditor would find in usage, gravest first. Checks that the rows cannot carry find nothing. Example: =FLEX.COMPLIANCE(Usage[#All],Seats[#All],People[#All])
 * @customfunction COMPLIANCE
 * @param usage Usage range with a header row. Start, End and Machine show overlapping sessions; day rows show the rest.
 * @param seats Rows of User and Product (a seat, a Collection or Flex), with Assigned and Unassigned dates where known; omitted: what the usage itself says.
 * @param people Rows of User or Email, End date and User type, with Start date where somebody was hired again; omitted: nobody has left.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Rule, User, Evidence, Severity (high, medium or low), What to do; without findings the header alone.
 */
export function complianceFindings(
  usage: unknown[][],
  seats?: unknown[][],
  people?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const { reading } = usageArgument(usage, cardArgument(card));
    if (!reading.hasUserColumn) {
      throw noUserColumn('compliance');
    }
    const { findings } = checkCompliance({
      reading,
      asOf: null,
      seats: isLeftOut(seats) ? null : readAssignments(gridOf(seats)).rows,
      employment: isLeftOut(people) ? null : readEmployment(gridOf(people)).rows,
      moves: null,
    });
    return spill([
      HEADERS,
      ...findings.map(({ title, user, evidence, falsePositive, severity, action }) => [
        title,
        user,
        `${evidence} May be harmless: ${falsePositive}`,
        severity,
        action,
      ]),
    ]);
  });
}

/** Omitted, or nothing but blank cells, which some hosts hand over as 0. */
function isLeftOut(argument: unknown): boolean {
  return (
    isOmitted(argument) || gridOf(argument).every((row) => row.every((cell) => cell === null || cell === 0))
  );
}
