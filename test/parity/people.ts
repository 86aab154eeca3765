/** Invented people of an invented company. */
import type { Draws } from './random';

export interface Person {
  /** As most lists write it; some write it in capitals. */
  readonly user: string;
  readonly contractor: boolean;
  readonly team: string;
  readonly department: string;
  readonly costCentre: string;
  readonly project: string;
}

const FIRST = [
  'ann',
  'ben',
  'cara',
  'dan',
  'eve',
  'fay',
  'gus',
  'hal',
  'ida',
  'jon',
  'kai',
  'lea',
  'max',
  'nia',
  'ola',
] as const;
export const TEAMS = ['Design', 'Field', 'Survey'] as const;
export const PROJECTS = ['Harbour', 'Bridge', 'Library', 'Mill', 'Quay', 'Depot'] as const;
/** Whoever writes from here works for somebody else. */
export const PARTNER = 'partner.example';

export function peopleOf(draw: Draws): readonly Person[] {
  const count = draw.whole(4, 7);
  return FIRST.slice(0, count).map((first, index) => {
    const partner = draw.chance(0.12);
    const service = index === 0 && draw.chance(0.2);
    return {
      user: `${service ? 'svc-render' : first}@${partner ? PARTNER : 'firm.example'}`,
      contractor: partner || draw.chance(0.1),
      team: draw.pick(TEAMS),
      department: draw.pick(['Architecture', 'Civil', 'Media']),
      costCentre: draw.pick(['CC-1', 'CC-2', 'CC-3']),
      project: draw.pick(PROJECTS),
    };
  });
}
