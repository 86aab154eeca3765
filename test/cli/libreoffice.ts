/** LibreOffice as an independent calculator of workbooks. The test command installs it where it may; elsewhere its tests are skipped, but where CI is set they fail. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';

const hasOffice = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
export const recalculated = hasOffice || process.env['CI'] ? test : test.skip;
/** Every sheet, values as they are, comma-separated UTF-8. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** Work every formula out on loading (0 = always), whatever results a file has stored. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Cells of the sheets of a file in a folder after LibreOffice has worked everything out. */
export function sheetsOf(folder: string, file: string): (name: string) => string[][] {
  if (!hasOffice) throw new Error('LibreOffice is missing: install LibreOffice Calc, or run without CI set.');
  const home = path.join(folder, 'profile');
  const profile = `-env:UserInstallation=file://${home}`;
  mkdirSync(path.join(home, 'user'), { recursive: true });
  writeFileSync(path.join(home, 'user/registrymodifications.xcu'), SETTINGS);
  const done = spawnSync('soffice', [profile, '--headless', '--convert-to', FILTER, file], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(done.status).toBe(0);
  const stem = path.basename(file, '.xlsx');
  return (name) => Papa.parse<string[]>(readFileSync(path.join(folder, `${stem}-${name}.csv`), 'utf8')).data;
}
