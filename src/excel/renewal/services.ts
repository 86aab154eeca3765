/** The Renewal step's services over the workbook that is open. */
import { insertNewRates } from '../rates/rates';
import { runRenewal } from './command';
import { inspectRenewal } from './inspection';
import { lastRenewal } from './last';
import { insertQuotes } from './quotes';
import type { RenewalServices } from '../contract/renewal';
import { loadRenewalSettings, saveRenewalSettings } from './settings';
import { withWorkbook } from '../host/session';
import { loadSettings, saveSource } from '../runs/settings';
import { quietly } from '../host/workbook-events';

export function renewalServices(): RenewalServices {
  return {
    renewalSettings: () => withWorkbook(loadRenewalSettings),
    saveRenewalSettings: (settings) => withWorkbook((context) => saveRenewalSettings(context, settings)),
    inspectRenewal: (source, settings, chosen, onProgress, signal) =>
      withWorkbook((context) => inspectRenewal(context, source, settings, chosen, onProgress, signal)),
    renewal: (source, settings, chosen, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const outcome = await runRenewal(context, source, settings, chosen, onProgress, signal, new Date());
          // Remembered for the ribbon button; the result stands whether or not that succeeds.
          await saveSource(context, source).catch(() => undefined);
          return outcome;
        }),
      ),
    insertQuotes: (sample) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const { card } = await loadSettings(context);
          return await insertQuotes(context, sample, card);
        }),
      ),
    insertNewRates: () =>
      quietly(() =>
        withWorkbook(async (context) => {
          const { card } = await loadSettings(context);
          const { name, address } = await insertNewRates(context, card);
          return { sheet: name, address };
        }),
      ),
    lastRenewal: () => withWorkbook(lastRenewal),
  };
}
