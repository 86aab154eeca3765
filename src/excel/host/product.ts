import { version } from '../../../package.json';

/** Name and version as provenance and the pane show them; the version's one place is package.json. */
export const PRODUCT = { name: 'Flex Governor', version } as const;
