/** The Compliance step's services over the workbook that is open. */
import { runCompliance } from './command';
import { exportItamCsv } from './export';
import { inspectCompliance } from './inspection';
import { lastCompliance } from './last';
import type { ComplianceServices } from '../contract/compliance';
import { withWorkbook } from '../host/session';
import { saveSource } from '../runs/settings';
import { quietly } from '../host/workbook-events';

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
