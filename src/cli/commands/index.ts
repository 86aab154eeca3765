/** The commands, in the order of the help. A command is one file beside this one. */
import type { Command } from '../command';
import { breakeven } from './breakeven';
import { compliance } from './compliance';
import { importCommand } from './import';
import { monitor } from './monitor';
import { pool } from './pool';
import { portfolio } from './portfolio';
import { renewal } from './renewal';
import { report } from './report';
import { segment } from './segment';

export const COMMANDS: readonly Command[] = [
  breakeven,
  segment,
  pool,
  monitor,
  portfolio,
  compliance,
  renewal,
  report,
  importCommand,
];
