import type { ComplianceServices } from '../../src/excel/compliance-services';
import type { ServiceFailure } from '../../src/excel/services';

/** The Compliance step's services over a workbook that was never checked. @param missing what looking at it says */
export function createFakeCompliance(missing: () => ServiceFailure): ComplianceServices {
  return {
    inspectCompliance: () => Promise.reject(missing()),
    compliance: () => Promise.reject(missing()),
    lastCompliance: async () => null,
    exportItamCsv: () => Promise.reject(missing()),
  };
}
