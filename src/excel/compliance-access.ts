/** The Compliance step's services over the workbook that is open. */
import { runCompliance } from './compliance-command';
import { exportItamCsv } from './compliance-export';
import { inspectCompliance } from './compliance-inspection';
import { lastCompliance } from './compliance-last';
import type { ComplianceServices } from './compliance-services';
import { withWorkbook } from './session';
import { saveSource } from './settings';
import { quietly } from './workbook-events';

export function complianceServices(): ComplianceServices {
  return {
    inspectCompliance: (source, settings, onProgress, signal) =>
      withWorkbook((context) => inspectCompliance(context, source, settings, onProgress, signal)),
    compliance: (source, settings, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const outcome = await runCompliance(context, source, settings, onProgress, signal, new Date());
          // Remembered for the ribbon button; the result stands whether or not that succeeds.
          await saveSource(context, source).catch(() => undefined);
          return outcome;
        }),
      ),
    lastCompliance: () => withWorkbook(lastCompliance),
    exportItamCsv: () => withWorkbook(exportItamCsv),
  };
}
