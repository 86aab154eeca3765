/** The sentences of `Flex Portfolio`, each with its figures, and how a person is covered in a few words. */
import type { PersonCover, Portfolio, PortfolioPerson } from '../../engine/portfolio/types';
import { isoDate, counted } from '../../engine/numeric';
import type { UsageYear } from '../../engine/usage/types';
import { moneyText, NOT_KNOWN } from '../model/formats';

/** `AEC Collection, Navisworks Manage seat, Flex: Revit, AutoCAD`; what nothing covers is named. */
export function coverText(cover: PersonCover | null): string {
  if (cover === null) return NOT_KNOWN;
  const parts = [
    ...cover.collections,
    ...cover.seats.map((product) => `${product} seat`),
    ...(cover.flex.length === 0 ? [] : [`Flex: ${cover.flex.map(({ product }) => product).join(', ')}`]),
    ...(cover.uncovered.length === 0 ? [] : [`nothing for ${cover.uncovered.join(', ')}`]),
  ];
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** Whether anything is to be done for a person: "yes", or the spare seat they may use for a while. */
export function changeText({ changed, loan }: PortfolioPerson): string {
  if (loan === undefined) return changed ? 'yes' : '';
  const lent = `spare ${loan.offering} until ${isoDate(loan.until)}`;
  return changed ? `yes, and ${lent}` : lent;
}

/** One sentence: what is proposed, what it costs, against today, and how far from the optimum it can be at most. */
export function portfolioFinding({ summary, certificate, currency }: Portfolio, estimated: boolean): string {
  const { proposed, today } = summary;
  const about = estimated ? 'about ' : '';
  const money = (amount: number): string => `${about}${moneyText(amount, currency)}`;
  const mix = [
    counted(proposed.seats, 'seat'),
    counted(proposed.collections, 'Collection'),
    counted(Math.round(proposed.tokensBought), 'token'),
  ].join(', ');
  const before = today === null ? '' : `; today ${money(today.cost)}`;
  const bound =
    certificate.method === 'bounded'
      ? `no mix can be more than ${moneyText(certificate.gap, currency)} cheaper`
      : 'no mix is cheaper';
  return `${counted(proposed.people, 'person', 'people')}: ${mix} cost ${money(proposed.cost)} a year${before}; ${bound}`;
}

/** Title of the chart: the finding in money. */
export function moneyTitle({ summary, currency }: Portfolio): string {
  const { today, proposed, saving } = summary;
  if (today === null || saving === null)
    return `The cheapest mix costs ${moneyText(proposed.cost, currency)} a year`;
  return saving >= 0
    ? `The cheapest mix saves ${moneyText(saving, currency)} of ${moneyText(today.cost, currency)} a year`
    : `Today lacks seats: the mix costs ${moneyText(-saving, currency)} more than the ${moneyText(today.cost, currency)} of today`;
}

/** Seats are paid by the year: a shorter history makes Flex look cheaper than it is. Empty for a whole year. */
export function shortYear({ monthSeen }: UsageYear): readonly string[] {
  const months = monthSeen.filter(Boolean).length;
  if (months >= 12) return [];
  return [
    `Only ${months} of the year's 12 months have rows, and nothing is scaled: Flex looks cheaper against a yearly seat than it will be. Take a whole year before you give up seats.`,
  ];
}
