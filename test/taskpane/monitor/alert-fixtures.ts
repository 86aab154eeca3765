import type { Alert } from '../../../src/engine/monitor/alerts/types';
import { AS_OF } from './days';

export const ALERTS: readonly Alert[] = [
  {
    id: 'review|2026-03-01',
    kind: 'review',
    team: '',
    raised: AS_OF,
    state: 'open',
    owner: '',
    text: 'The pool has 12,420 of 50,000 tokens left (25%).',
    action: 'Review who burns. Move p-0417 (Revit) to seats: about 6 more days of pool life.',
  },
  {
    id: 'data too old|2026-03-01',
    kind: 'data too old',
    team: '',
    raised: AS_OF - 7,
    state: 'open',
    owner: '',
    text: 'The newest usage is of 2026-10-31, 24 days old.',
    action: 'Export the usage again and append it.',
  },
  {
    id: 'team empty|bridges|2026-03-01',
    kind: 'team empty',
    team: 'Bridges',
    raised: AS_OF - 14,
    state: 'acknowledged',
    owner: 'Kim',
    text: 'Team Bridges has no tokens left while the pool as a whole has 12,420.',
    action: 'Transfer 2,000 tokens from team Design before buying any.',
  },
  {
    id: 'budget|old',
    kind: 'budget',
    team: 'Design',
    raised: AS_OF - 90,
    state: 'closed',
    owner: 'Ash',
    text: 'The team Design has burned its budget.',
    action: 'Agree on a larger budget.',
  },
];
