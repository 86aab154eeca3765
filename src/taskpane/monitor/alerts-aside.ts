import { SHEETS } from '../../report/model/sheet-names';
import type { Aside } from '../command/aside';

/** The register as it stands on its sheet. */
export const ALERTS_ASIDE: Aside = {
  sheets: [SHEETS.alerts.name],
  read: async (services, ran) => {
    const alerts = await services.alerts();
    return {
      type: 'monitor',
      action: { type: 'alertsSeen', alerts, ...(ran ? { announcement: null } : {}) },
    };
  },
  fallback: 'The alerts on Flex Alerts could not be read. Run Monitor again.',
};
