import { formatNumber, isoDate, counted } from '../../numeric';
import { dayCount, episodes, spanText } from './episodes';
import { evidenceRows, rowsText } from '../evidence-rows';
import { machinesOf, type Machine } from './machines';
import { rowsByUser } from '../rows-by-user';
import { findingOf, type Check, type CheckedUsage } from '../evidence';
import type { Finding, Severity } from '../types';

/** A session that nobody uses is closed after 15 minutes: so much overlap is somebody who changed desks. */
const LEAST_MINUTES = 15;
/** Days from which overlaps are no accident any more. */
const REPEATED_DAYS = 3;

interface Overlap {
  readonly day: number;
  readonly minutes: number;
  readonly machines: readonly [Machine, Machine];
  readonly rows: readonly [number, number];
}

/**
 * One account at work on two machines at once, longer than the 15 minutes after which an idle session ends. Overlaps with a host that many
 * people share, or that is named as one, are remote desktops: set aside and counted in the note. Machine-metered products are left out.
 */
export const overlappingSessions: Check = (usage) => {
  const { sessions, machines } = usage.grain;
  if (!sessions || !machines) {
    return {
      skipped: `${sessions ? 'The sessions name no Machine' : 'The rows carry no Start and End'}: overlapping sessions need Start, End and Machine, such as a license-server log gives.`,
    };
  }
  const { table } = usage.reading;
  const byUser = [...rowsByUser(usage, (row) => table.end[row]! > table.start[row]!)];
  const machineOf = machinesOf(usage, byUser);
  const findings: Finding[] = [];
  const aside = new Map<Machine, number>();
  for (const [user, own] of byUser) {
    const kept: Overlap[] = [];
    for (const overlap of overlapsOf(usage, own, machineOf)) {
      const host = overlap.machines.find(({ kind }) => kind === 'remote host');
      if (host) aside.set(host, (aside.get(host) ?? 0) + 1);
      else kept.push(overlap);
    }
    for (const episode of episodes(kept)) findings.push(finding(usage, user, episode));
  }
  return { findings, note: asideText(aside) };
};

/** Each session against the one that runs longest on every other machine: linear but for the number of machines of one person. */
function overlapsOf(
  { reading: { table } }: CheckedUsage,
  rows: Uint32Array,
  machineOf: readonly (Machine | undefined)[],
): readonly Overlap[] {
  const ordered = [...rows].sort(
    (a, b) => table.start[a]! - table.start[b]! || table.end[a]! - table.end[b]! || a - b,
  );
  const running = new Map<Machine, number>();
  const found: Overlap[] = [];
  for (const row of ordered) {
    const machine = machineOf[table.machine[row]!];
    if (machine === undefined) continue;
    for (const [other, last] of running) {
      if (other === machine) continue;
      const shared = Math.min(table.end[row]!, table.end[last]!) - table.start[row]!;
      const minutes = Math.round(shared * 1440);
      if (minutes <= LEAST_MINUTES) continue;
      found.push({
        day: Math.floor(table.start[row]!),
        minutes,
        machines: [other, machine],
        rows: [last, row],
      });
    }
    const last = running.get(machine);
    if (last === undefined || table.end[row]! > table.end[last]!) running.set(machine, row);
  }
  return found;
}

function finding(usage: CheckedUsage, user: number, all: readonly Overlap[]): Finding {
  const { table } = usage.reading;
  const own = all.filter(({ machines }) => machines.every(({ kind }) => kind === 'personal'));
  const episode = own.length > 0 ? own : all;
  const from = episode[0]!.day;
  const to = episode.at(-1)!.day;
  const days = dayCount(episode);
  const machines = [...new Set(episode.flatMap((overlap) => overlap.machines))].sort(byName);
  const longest = episode.reduce((most, { minutes }) => Math.max(most, minutes), 0);
  const traced = evidenceRows(episode.flatMap((overlap) => overlap.rows.map((row) => table.sourceRow[row]!)));
  const others = machines.filter(({ users }) => users.size > 1);
  const perhaps = episode === own ? undefined : machines.find(({ kind }) => kind === 'perhaps shared');
  const names = machines.map(({ name }) => name);
  return findingOf(usage, 'overlapping sessions', user, {
    from,
    to,
    rows: traced,
    mark: from,
    severity: perhaps ? 'low' : severityOf(days, others.length > 0),
    evidence: `${counted(episode.length, 'overlap')} on ${counted(days, 'day')}, ${spanText(isoDate(from), isoDate(to))}: sessions on ${listText(names)} at once, the longest for ${formatNumber(longest / 60, 1)} hours (${rowsText(traced)}).${othersText(others)}`,
    falsePositive: perhaps
      ? `${perhaps.name} may be a remote desktop or a shared workstation: ${perhaps.because}.`
      : 'One person left a session running on one machine and worked on another, or reached one of them over remote desktop.',
    action:
      'Ask the person which machine was theirs at those times. If somebody else used the account, have the password changed and assign that person a product of their own.',
  });
}

/** Once, on a machine that nobody else uses, is what people with a laptop do. */
function severityOf(days: number, isOfOthers: boolean): Severity {
  if (days >= REPEATED_DAYS || isOfOthers) return 'high';
  return days > 1 ? 'medium' : 'low';
}

function othersText(others: readonly Machine[]): string {
  const first = others[0];
  if (!first) return '';
  const more = first.users.size - 1;
  return ` ${first.name} is also used by ${more === 1 ? 'another person' : `${more} other people`}.`;
}

function asideText(aside: ReadonlyMap<Machine, number>): string {
  const overlaps = [...aside.values()].reduce((sum, count) => sum + count, 0);
  if (overlaps === 0) return '';
  const hosts = [...aside.keys()].sort(byName);
  const shown = hosts.slice(0, 3).map(({ name, because }) => `${name} (${because})`);
  const more = hosts.length > 3 ? ` and ${hosts.length - 3} more` : '';
  return `${counted(overlaps, 'overlap')} with remote-desktop or shared hosts ${overlaps === 1 ? 'was' : 'were'} set aside: ${shown.join(', ')}${more}.`;
}

function listText(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  if (names.length > 3) return `${shown.join(', ')} and ${names.length - 3} more machines`;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

function byName(a: Machine, b: Machine): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
