import { spawnSync } from 'node:child_process';
import { installPackage } from './apt.mjs';

const isThere = () => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Makes sure there is an independent calculator for the workbooks we write; prints one sentence where there is none.
 * @returns whether there is one
 */
export function ensureLibreOffice() {
  if (isThere() || (installPackage('libreoffice-calc', 'LibreOffice') && isThere())) return true;
  console.log(
    'No LibreOffice was found, so the workbooks are not recalculated by another program: install LibreOffice Calc to have them checked.',
  );
  return false;
}
