import type { UsageField, UsageShape } from '../types';

/**
 * Header aliases of every canonical field, already normalised (lower case, letters and digits only), best first:
 * where two columns mean the same field, the earlier alias wins, then the column further left.
 */
const ALIASES: Readonly<Record<UsageField, readonly string[]>> = {
  user: ['user', 'username', 'userid', 'users', 'person', 'employee', 'employeename', 'login', 'loginname'],
  displayName: ['displayname', 'fullname', 'name'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  email: ['email', 'emailaddress', 'useremail', 'mail'],
  autodeskId: ['autodeskid', 'autodeskuserid'],
  hash: ['hashedautodeskid', 'hasheduserid', 'hash'],
  team: ['team', 'teamalias', 'teamname', 'group'],
  department: ['department', 'dept', 'departmentname'],
  project: ['project', 'projectname', 'projectcode'],
  userType: ['usertype', 'employmenttype', 'employeetype', 'workertype'],
  product: ['childproductname', 'product', 'productname', 'software', 'application'],
  productCode: ['productlinecode', 'productfeaturecode'],
  offering: ['offeringname', 'offering'],
  date: ['date', 'dayused', 'usagedate', 'usageday', 'day', 'usageweek', 'usagemonth', 'month'],
  lastAccessed: ['lastaccessed', 'lastaccess', 'lastused', 'lastuseddate', 'latestusagedate'],
  start: ['start', 'starttime', 'startdatetime', 'sessionstart', 'sessionstartdate', 'startdate', 'started'],
  end: ['end', 'endtime', 'enddatetime', 'sessionend', 'sessionenddate', 'enddate', 'ended'],
  machine: ['machine', 'machinename', 'computer', 'computername', 'host', 'hostname', 'workstation'],
  hours: ['hours', 'hoursused', 'usagehours', 'hrs', 'hour'],
  days: ['days', 'chargeddays', 'dayscharged', 'usagedays', 'totaluniquedays'],
  units: ['units', 'unitsused', 'unit'],
  daysUsed: ['daysused'],
  tokens: ['tokens', 'tokensused', 'tokensconsumed', 'tokenused', 'token'],
  access: ['accessoption', 'access', 'accesstype', 'accessmethod', 'source'],
  seatAssignment: ['seatassignment'],
  assignedDate: ['assigneddate'],
  unassignedDate: ['unassigneddate'],
};

/** Columns of known exports that carry no canonical field; they still tell a header from data. */
const KNOWN_UNUSED = [
  'version',
  'useractivity',
  'daysinactive',
  'monthlyaverage',
  'contractyear',
  'tokenpool',
  'usagecategory',
  'feature',
  'usagetype',
  'accountstatus',
  'role',
  'costcentre',
  'costcenter',
  'chargecategory',
  'chargeditemid',
  'hubid',
  'hubname',
  'reasontype',
  'reasoncomment',
  'transactiondate',
  'licenseservername',
  'licenseservertimezoneoffset',
  'productversion',
  'minorversion',
  'isproductversioned',
  'isparentproduct',
  'featureid',
  'reportingentityid',
  'contractnumber',
  'contextid',
  'profileimage',
  'earliestusagedate',
  ...Array.from({ length: 10 }, (_, index) => `customfield${index + 1}`),
] as const;

/** How a header text relates to the alias table; rank 0 is the best alias of its field. */
export interface KnownHeader {
  readonly field: UsageField | null;
  readonly rank: number;
}

const KNOWN: ReadonlyMap<string, KnownHeader> = new Map<string, KnownHeader>([
  ...KNOWN_UNUSED.map((name): [string, KnownHeader] => [name, { field: null, rank: 0 }]),
  ...(Object.entries(ALIASES) as [UsageField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name, rank): [string, KnownHeader] => [name, { field, rank }]),
  ),
]);

/**
 * A header without case, spaces and punctuation, so that `days_used`, `Days used` and `DaysUsed` are one.
 * @example normalizeHeader('Hashed Autodesk ID') //=> "hashedautodeskid"
 */
export function normalizeHeader(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The alias table's entry of a header as typed; undefined when it is not a known column name. */
export function knownHeader(text: string): KnownHeader | undefined {
  return KNOWN.get(normalizeHeader(text));
}

/**
 * Which export the columns are, from their headers (Autodesk Account and EBA column lists, 2024 snake_case and 2026 Title Case).
 * @param headers normalised headers of the range
 */
export function shapeOf(headers: ReadonlySet<string>): UsageShape {
  const has = (...names: string[]): boolean => names.every((name) => headers.has(name));
  const flexPool = has('usagecategory') || has('tokenpool') || has('contractyear');
  if (has('tokensconsumed') && flexPool) return 'eba token flex';
  if (has('daysused') && (has('lastaccessed') || has('seatassignment'))) return 'account usage report';
  const some = (field: UsageField): boolean => ALIASES[field].some((name) => headers.has(name));
  const amounts: readonly UsageField[] = ['hours', 'days', 'units', 'daysUsed', 'start', 'end'];
  const byDay = has('dayused') || has('usagedate') || has('usageday');
  // A row that bears a date and no amount is one person's day, whatever its columns are called.
  const dayRows = has('dayused') || ((byDay || (some('date') && some('access'))) && !amounts.some(some));
  if (!dayRows || !(some('access') || some('tokens') || has('dayused'))) return 'generic';
  return some('tokens') && !some('access') ? 'account token usage' : 'account daily usage';
}
