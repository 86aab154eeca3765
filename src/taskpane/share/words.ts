import type {
  ChecksOutcome,
  FreezeOutcome,
  PseudonymOutcome,
  RestoreOutcome,
} from '../../excel/contract/share';

/** What the Share step does to the workbook; a look changes nothing. */
export type ShareTask = 'look' | 'checks' | 'freeze' | 'restore' | 'pseudonymise';

export type ShareResult =
  | { readonly task: 'look' }
  | { readonly task: 'checks'; readonly outcome: ChecksOutcome }
  | { readonly task: 'freeze'; readonly outcome: FreezeOutcome }
  | { readonly task: 'restore'; readonly outcome: RestoreOutcome }
  | { readonly task: 'pseudonymise'; readonly outcome: PseudonymOutcome };

interface TaskWords {
  readonly doing: string;
  /** Said where no sentence of the workbook's says what went wrong. */
  readonly fallback: string;
}

const LOOK_AGAIN = 'Look at the Flex sheets before you try again.';

export const TASK_WORDS: Readonly<Record<ShareTask, TaskWords>> = {
  look: {
    doing: 'Checking the workbook',
    fallback: 'The workbook could not be checked. Try again.',
  },
  checks: {
    doing: 'Writing the control totals',
    fallback: `The control totals could not be written. ${LOOK_AGAIN}`,
  },
  freeze: { doing: 'Freezing to values', fallback: `Freezing stopped. ${LOOK_AGAIN}` },
  restore: { doing: 'Restoring formulas', fallback: `Restoring stopped. ${LOOK_AGAIN}` },
  pseudonymise: {
    doing: 'Pseudonymising',
    fallback: `Pseudonymising stopped. ${LOOK_AGAIN}`,
  },
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** What came of it, in a sentence or two. */
export function resultText(result: ShareResult): string {
  switch (result.task) {
    case 'look':
      return 'The workbook was checked. Nothing was changed.';
    case 'checks': {
      const { checks, broken, sheet } = result.outcome;
      const written = `${sheet} compares ${counted(checks, 'total', 'totals')}.`;
      if (broken === null) return written;
      return `${written} ${broken === 0 ? 'None is broken.' : `${counted(broken, 'is', 'are')} broken.`}`;
    }
    case 'freeze': {
      const { formulas, cells, left } = result.outcome;
      const waiting =
        left.length === 0
          ? ''
          : ` ${counted(left.length, 'formula has', 'formulas have')} no result and stay.`;
      return formulas === 0
        ? `No formula needs the add-in: nothing was frozen.${waiting}`
        : `${counted(formulas, 'formula was', 'formulas were')} replaced by ${counted(cells, 'value', 'values')}. Restore puts them back.${waiting}`;
    }
    case 'restore': {
      const { formulas, edited, lost } = result.outcome;
      const stays = [
        ...(edited.length === 0
          ? []
          : [` ${counted(edited.length, 'cell was', 'cells were')} changed since and stay as they are.`]),
        ...(lost.length === 0
          ? []
          : [` ${counted(lost.length, 'formula has', 'formulas have')} lost their sheet.`]),
      ];
      return `${counted(formulas, 'formula was', 'formulas were')} put back.${stays.join('')}`;
    }
    case 'pseudonymise': {
      const { people, cells, smallTeams } = result.outcome;
      const teams =
        smallTeams === 0 ? '' : ` ${counted(smallTeams, 'small team is', 'small teams are')} shown as one.`;
      return `${counted(people, 'person has', 'people have')} an alias now, in ${counted(cells, 'cell', 'cells')}.${teams}`;
    }
  }
}
