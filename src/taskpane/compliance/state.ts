import type { ComplianceInspection, ComplianceOutcome } from '../../excel/contract/compliance';
import type { NoSettings } from '../../excel/contract/services';
import { commandStep } from '../command/step';

export const COMPLIANCE_STEP = commandStep<NoSettings, ComplianceInspection, ComplianceOutcome>({
  label: 'Check compliance',
  doing: 'Checking compliance',
  started: 'The compliance check started.',
  looked: ({ canRun, people }) =>
    canRun
      ? `Compliance can be checked for ${people} people.`
      : 'Compliance cannot be checked yet. The step says why.',
  done: ({ finding }) => `Done. ${finding}`,
  look: {
    reading: 'Reading the usage and the seats',
    unlooked: 'The usage has not been looked at for compliance. Read it again.',
    outdated: 'The seats, proposals or the findings changed. Read them again first.',
  },
  needsPeople: true,
  // Who is proposed for Flex comes from the last portfolio, or else the last segmentation.
  follows: 'segment',
  fallbacks: {
    inspect: 'The usage and the seats could not be looked at. Check the range, then read again.',
    run: 'The check stopped. Look at Flex Compliance and Flex ITAM before you run it again.',
  },
});
