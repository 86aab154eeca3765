/** The company of the sample data under assets/, with the lists that come with it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseIsoDate } from '../../src/engine/numeric';
import type { Cell, Company, Rows } from './description';

const FOLDER = path.resolve(__dirname, '../../assets/sample');

export function sample(): Company {
  const { columns, rows } = JSON.parse(readFileSync(path.join(FOLDER, 'usage.json'), 'utf8')) as {
    readonly columns: readonly Cell[];
    readonly rows: Rows;
  };
  return {
    seed: 0,
    usage: [columns, ...rows],
    people: list('people'),
    card: null,
    newCard: null,
    seats: list('seats'),
    subscriptions: list('subscriptions'),
    pins: null,
    packs: list('purchases'),
    transfers: null,
    adjustments: null,
    shown: null,
    budgets: null,
    holidays: null,
    spareSeats: null,
    tiers: null,
    projects: null,
    quotes: list('quotes'),
    settings: { card: 'guide' },
    pool: {},
    monitor: { asOf: '2026-10-31' },
    portfolio: {},
    renewal: {},
  };
}

/** A list as Excel opens it: dates and numbers are numbers. */
function list(name: string): Rows {
  const text = readFileSync(path.join(FOLDER, `${name}.csv`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(typed));
}

function typed(text: string): Cell {
  if (text === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseIsoDate(text);
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
