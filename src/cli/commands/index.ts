/** The commands, in the order of the help. A command is one file beside this one. */
import type { Command } from '../program/command';
import { breakeven } from './breakeven/command';
import { compliance } from './compliance/command';
import { importCommand } from './import/command';
import { monitor } from './monitor/command';
import { pool } from './pool/command';
import { portfolio } from './portfolio/command';
import { renewal } from './renewal/command';
import { report } from './report/command';
import { segment } from './segments/command';

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
