import type { PaneServices } from '../../excel/contract/pane';

import type { Wiring } from '../command/wiring';
import type { TextFile } from './save-file';

/** What the Compliance step can ask for. */
export interface ComplianceActions {
  /** The register as a CSV file; null where it could not be read, which the pane then says. */
  exportRegister(): Promise<TextFile | null>;
}

export function complianceActions(services: PaneServices, wiring: Wiring): ComplianceActions {
  return {
    exportRegister: async () => {
      const files: TextFile[] = [];
      await wiring.reader.attempt(
        async () => void files.push(await services.exportItamCsv()),
        'The register could not be read from Flex ITAM. Check compliance again, then save it.',
      );
      return files[0] ?? null;
    },
  };
}
