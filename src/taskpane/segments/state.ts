import type { Inspection, NoSettings, SegmentOutcome } from '../../excel/contract/services';
import { commandStep } from '../command/step';

export const SEGMENT_STEP = commandStep<NoSettings, Inspection, SegmentOutcome>({
  label: 'Segment users',
  doing: 'Segmenting users',
  started: 'Segmenting started.',
  looked: ({ users }) => `${users} people can be segmented.`,
  done: ({ people }) => `Done. ${people} people segmented.`,
  look: null,
  needsPeople: true,
  fallbacks: {
    inspect: 'The usage could not be looked at. Check the range, then read again.',
    run: 'Segmenting stopped. Look at the Flex sheets before you run it again.',
  },
});
