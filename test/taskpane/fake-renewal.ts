import type { RenewalServices } from '../../src/excel/renewal-services';
import { DEFAULT_RENEWAL_SETTINGS } from '../../src/excel/renewal-settings';
import type { ServiceFailure } from '../../src/excel/services';

/** The Renewal step's services over a workbook that has none yet. @param missing what looking at it says */
export function createFakeRenewal(missing: () => ServiceFailure): RenewalServices {
  return {
    renewalSettings: async () => DEFAULT_RENEWAL_SETTINGS,
    saveRenewalSettings: async () => undefined,
    inspectRenewal: () => Promise.reject(missing()),
    renewal: () => Promise.reject(missing()),
    insertQuotes: async () => ({ sheet: 'Flex Quotes', address: "'Flex Quotes'!A6:H7" }),
    lastRenewal: async () => null,
  };
}
