/** Entry of the `flex-governor` program. */
import { run } from './program/run';
import type { Terminal } from './program/terminal';

const terminal: Terminal = {
  out: (text) =>
    new Promise((taken, failed) => {
      process.stdout.write(text, (error) => {
        if (error) failed(error);
        else taken();
      });
    }),
  err: (text) => {
    process.stderr.write(text);
  },
  watched: process.stderr.isTTY,
  now: new Date(),
};

// A reader such as `head` may have seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

void run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
