import type { CheckedUsage } from '../evidence';

/** From so many people on a machine, it is a shared host: a terminal server, a pool of virtual desktops, a training room. */
const SHARED_BY = 5;
/** From so many it may be one. */
const PERHAPS_SHARED_BY = 3;
/** Words in names of machines that people reach over remote desktop. */
const REMOTE_WORDS = new Set([
  ...['rds', 'rdsh', 'rdp', 'ts', 'term', 'terminal', 'terminalserver', 'remote'],
  ...['citrix', 'ctx', 'xen', 'xenapp', 'xendesktop', 'vdi', 'avd', 'wvd', 'vm', 'horizon', 'cloudpc', 'cpc'],
]);

export type HostKind = 'personal' | 'perhaps shared' | 'remote host';

/** A machine of the data: spellings with and without a domain are one. */
export interface Machine {
  /** As typed, first spelling. */
  readonly name: string;
  readonly users: ReadonlySet<number>;
  readonly kind: HostKind;
  /** Why it is taken for a shared host: "its name" or "12 people use it"; '' for a personal one. */
  readonly because: string;
}

/** Machines by dictionary code; undefined for the blank. */
export function machinesOf(
  usage: CheckedUsage,
  byUser: readonly (readonly [user: number, rows: Uint32Array])[],
): readonly (Machine | undefined)[] {
  const { table } = usage.reading;
  const byName = new Map<string, { readonly name: string; readonly users: Set<number> }>();
  const entries = table.dictionaries.machine.map((name) => {
    const key = machineKey(name);
    if (key === '') return undefined;
    let entry = byName.get(key);
    if (!entry) byName.set(key, (entry = { name: name.trim(), users: new Set() }));
    return entry;
  });
  for (const [user, rows] of byUser) for (const row of rows) entries[table.machine[row]!]?.users.add(user);
  const settled = new Map([...byName.values()].map((entry) => [entry, { ...entry, ...kindOf(entry) }]));
  return entries.map((entry) => (entry === undefined ? undefined : settled.get(entry)));
}

function kindOf({ name, users }: { readonly name: string; readonly users: ReadonlySet<number> }): {
  readonly kind: HostKind;
  readonly because: string;
} {
  if (users.size >= SHARED_BY) return { kind: 'remote host', because: `${users.size} people use it` };
  if (wordsOf(name).some((word) => REMOTE_WORDS.has(word)))
    return { kind: 'remote host', because: 'its name' };
  if (users.size >= PERHAPS_SHARED_BY)
    return { kind: 'perhaps shared', because: `${users.size} people use it` };
  return { kind: 'personal', because: '' };
}

/** Case and the domain behind the first dot are ignored; an address of numbers is kept whole. */
function machineKey(name: string): string {
  const bare = name.trim().toLowerCase();
  return /^\d+(\.\d+){3}$/.test(bare) ? bare : (bare.split('.')[0] ?? '');
}

function wordsOf(name: string): readonly string[] {
  return machineKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d+$/, ''));
}
