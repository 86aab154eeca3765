/**
 * The portfolio as a mixed-integer program in LP format, written from docs/rules.md, "Portfolio" alone: an independent statement for an
 * independent solver.
 */
import type { PortfolioInput, PortfolioPersonInput } from '../../../src/engine/portfolio';

const FAR = 1e8;

interface Program {
  readonly money: string[];
  readonly tokens: string[];
  readonly rows: string[];
  readonly binary: string[];
}

/** LP text whose objective is the yearly cost of the cheapest mix. */
export function milpOf(input: PortfolioInput): string {
  const program: Program = { money: [], tokens: [], rows: [], binary: [] };
  input.people.forEach((person, index) => addPerson(program, input, person, index));
  const { tiers, tokenPrice, bundle, committed } = input.prices;
  const list = tiers.length === 0 ? [{ from: 0, price: tokenPrice }] : tiers;
  const general: string[] = [];
  list.forEach(({ from, price }, tier) => {
    program.money.push(`+ ${price} q${tier}`);
    program.binary.push(`y${tier}`);
    program.rows.push(`q${tier} - ${Math.max(from, committed)} y${tier} >= 0`);
    program.rows.push(`q${tier} - ${FAR} y${tier} <= 0`);
    if (bundle > 0) {
      program.rows.push(`q${tier} - ${bundle} n${tier} = 0`);
      general.push(`n${tier}`);
    }
  });
  const choices = list.map((_, tier) => `y${tier}`).join(' + ');
  program.rows.push(`${choices} ${committed > 0 ? '=' : '<='} 1`);
  const bought = list.map((_, tier) => `q${tier}`).join(' + ');
  if (program.tokens.length > 0) program.rows.push(`${bought}\n${program.tokens.join('\n')}\n>= 0`);
  return [
    'Minimize',
    `obj: ${program.money.join('\n')}`,
    'Subject To',
    ...program.rows.map((row, index) => `r${index}: ${row}`),
    'Binary',
    ...program.binary,
    ...(general.length > 0 ? ['General', ...general] : []),
    'End',
  ].join('\n');
}

function addPerson(
  program: Program,
  input: PortfolioInput,
  person: PortfolioPersonInput,
  index: number,
): void {
  const share = 1 - input.prices.seatDiscount;
  const bound = person.contractor && input.policies.contractorsOnFlex;
  const cloudSeats = (products: readonly string[]): number =>
    person.needs
      .filter((need) => !need.onFlex && products.includes(need.product))
      .reduce((sum, need) => sum + need.seatList! * share, 0);
  const bought = input.collections.flatMap(({ name, products, seatList }, collection) => {
    if (!products.some((product) => person.needs.some((need) => need.product === product))) return [];
    if (bound && !(cloudSeats(products) > 0 && seatList! * share <= cloudSeats(products))) return [];
    program.money.push(`+ ${seatList! * share} z${index}_${collection}`);
    program.binary.push(`z${index}_${collection}`);
    return [{ name, products, variable: `z${index}_${collection}` }];
  });
  person.needs.forEach((need, position) => {
    const ways = bought
      .filter(({ products }) => products.includes(need.product))
      .map(({ variable }) => variable);
    if (need.onFlex) {
      ways.push(`f${index}_${position}`);
      program.binary.push(`f${index}_${position}`);
      program.tokens.push(`- ${need.tokens} f${index}_${position}`);
    }
    if (!need.onFlex || !bound) {
      ways.push(`s${index}_${position}`);
      program.binary.push(`s${index}_${position}`);
      program.money.push(`+ ${need.seatList! * share} s${index}_${position}`);
    }
    program.rows.push(`${ways.join(' + ')} >= 1`);
  });
}
