/** All offices in a process of its own: `child <offices> <seed>`; answers one JSON line. */
import { score } from './score';

const [offices = '', seed = ''] = process.argv.slice(2);
/** Of the processor, so that other work on the machine does not count. */
const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
process.stdout.write(`${JSON.stringify(score(Number(offices), Number(seed), seconds))}\n`);
