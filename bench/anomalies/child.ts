/** All years in a process of its own: `child <years> <seed>`; answers one JSON line. */
import { detect } from './detection';

const [years = '', seed = ''] = process.argv.slice(2);
const seconds = (): number => Number(process.hrtime.bigint()) / 1e9;
process.stdout.write(`${JSON.stringify(detect(Number(years), Number(seed), seconds))}\n`);
