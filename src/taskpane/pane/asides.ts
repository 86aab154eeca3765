import { ALERTS_ASIDE } from '../monitor/alerts-aside';
import type { Aside } from '../command/aside';

/** What steps show beside their commands, a row each. */
export const ASIDES: readonly Aside[] = [ALERTS_ASIDE];
