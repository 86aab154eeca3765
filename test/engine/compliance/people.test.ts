import { guideCard, retailCard } from '../../../src/engine/catalog';
import { readEmployment, type Employment } from '../../../src/engine/compliance';
import { readPeople } from '../../../src/engine/usage';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { days, found, hours, on, report, skipped, withCard } from './office';

const END = on(3, 31);
const gone = (user: string, more: Partial<Employment> = {}): Employment => ({
  keys: [user],
  userType: 'employee',
  start: null,
  end: END,
  row: 2,
  ...more,
});

describe('people who left', () => {
  const usage = days(
    ['ann', 'Revit', END, 10],
    ['ann', 'Revit', END + 3, 10],
    ['ann', 'AutoCAD', END + 5, 7],
    ['bob', 'Revit', END + 3, 10],
  );

  it('and burn tokens after their last day are a finding with row, tokens and money', () => {
    expect(found('departed', usage, { employment: [gone(' ANN ')] })).toMatchObject([
      {
        id: `departed|ann|${END}`,
        user: 'ann',
        product: '',
        from: END + 3,
        to: END + 5,
        severity: 'high',
        rows: [3, 4],
        evidence:
          'Left on 2026-03-31 (row 2 of the people table), and burned 17 tokens ($51.00) of AutoCAD, Revit on 2 dates after it, from 2026-04-03 to 2026-04-05 (rows 3 and 4).',
      },
    ]);
  });

  it('the last day itself is a working day, and a refund or a seat burns nothing', () => {
    const clean = days(
      ['ann', 'Revit', END, 10],
      ['ann', 'Revit', END + 3, 10],
      ['ann', 'Revit', END + 3, -10],
      ['ann', 'Revit', END + 9, 10, 'Subscription'],
    );
    expect(found('departed', clean, { employment: [gone('ann')] })).toEqual([]);
  });

  it('use on the next day alone may be the evening of the last one', () => {
    const late = days(['ann', 'Revit', END + 1, 10]);
    const [finding] = found('departed', late, { employment: [gone('ann')] });
    expect(finding?.severity).toBe('low');
    expect(finding?.falsePositive).toContain('UTC');
  });

  it('who was hired again is employed: in a row of their own, or with a start after the end', () => {
    expect(
      found('departed', usage, { employment: [gone('ann'), gone('ann', { start: END + 2, end: null })] }),
    ).toEqual([]);
    expect(found('departed', usage, { employment: [gone('ann', { start: END + 2 })] })).toEqual([]);
    const between = [gone('ann'), gone('ann', { start: END + 4, end: null })];
    expect(found('departed', usage, { employment: between })).toMatchObject([{ from: END + 3, to: END + 3 }]);
  });

  it('the end dates that the usage was joined with count where no table is given', () => {
    const people = readPeople([
      ['User', 'End date'],
      ['ann', END],
    ]);
    const joined = readUsage(
      [
        ['User', 'Product', 'Date', 'Days', 'Tokens'],
        ['ann', 'Revit', END + 3, 1, 10],
      ],
      { card: retailCard, people },
    );
    expect(found('departed', joined)).toMatchObject([
      { user: 'ann', evidence: expect.stringMatching(/^Left on 2026-03-31, and/) as string },
    ]);
  });

  it('a monthly row counts only where the whole month lies after the last day', () => {
    const monthly = (end: number) =>
      found(
        'departed',
        hours(
          ['ann', 'Revit', on(2, 1), 9],
          ['ann', 'Revit', on(3, 1), 9],
          ['bob', 'Revit', on(4, 1), 9],
          ['ann', 'Revit', on(4, 1), 60],
        ),
        { employment: [gone('ann', { end })] },
      );
    expect(monthly(on(4, 15))).toEqual([]);
    expect(monthly(on(3, 10))).toMatchObject([{ from: on(4, 1) }]);
    expect(monthly(on(3, 10))[0]?.rowCount).toBe(1);
  });

  it('a usage report tells by its last access, a yearly table of another kind does not', () => {
    const header = [
      'email',
      'offering_name',
      'seat_assignment',
      'access_option',
      'days_used',
      'tokens_used',
      'last_accessed',
    ];
    const one = withCard(retailCard, header, [
      'ann@firm.example',
      'Revit',
      '',
      'Flex',
      30,
      300,
      '2026-04-09',
    ]);
    const employment = [gone('ann@firm.example')];
    expect(found('departed', one, { employment })[0]?.evidence).toContain(
      'was last seen on 2026-04-09: 300 tokens ($900) of Revit in the whole period of the report',
    );
    const yearly = hours(['ann', 'Revit', on(4, 30), 900], ['ann', 'AutoCAD', on(4, 30), 800]);
    expect(found('departed', yearly, { employment: [gone('ann')] })).toEqual([]);
    expect(skipped('departed', yearly, { employment: [gone('ann')] })).toContain('stand for a year');
  });

  it('without a people table, or without an end date in it, the check says that it did not run', () => {
    expect(skipped('departed', usage)).toContain('No people table');
    expect(skipped('departed', usage, { employment: [gone('ann', { end: null })] })).toContain(
      'has an End date',
    );
    expect(skipped('departed', usage, { employment: [gone('ann')] })).toBe('');
  });
});

describe('contractors past their end date', () => {
  const usage = days(['con', 'Revit', END + 9, 10, 'Subscription'], ['con', 'Revit', END, 10]);
  const contract = (more: Partial<Employment> = {}): Employment =>
    gone('con', { userType: 'contractor', ...more });

  it('are a finding also where they draw on a seat, and not a second time as departed', () => {
    const findings = report(usage, { employment: [contract()] }).findings;
    expect(findings).toMatchObject([
      {
        rule: 'contractor ended',
        severity: 'high',
        evidence:
          'The contract ended on 2026-03-31 (row 2 of the people table); the contractor worked on 1 date after it, on 2026-04-09 (row 2).',
      },
    ]);
  });

  it('an extension in a second row, or a later end, is none; the e-mail domain makes a contractor', () => {
    expect(
      found('contractor ended', usage, { employment: [contract(), contract({ start: END + 1, end: null })] }),
    ).toEqual([]);
    expect(found('contractor ended', usage, { employment: [contract({ end: END + 9 })] })).toEqual([]);
    const mail = days(['con@partner.example', 'Revit', END + 9, 10]);
    const employment = [gone('con@partner.example', { userType: '' })];
    expect(found('contractor ended', mail, { employment })).toEqual([]);
    expect(
      found('contractor ended', mail, { employment, externalDomains: ['partner.example'] }),
    ).toHaveLength(1);
  });
});

describe('the people table', () => {
  it('keeps every row of a person, with start and end, under all their names', () => {
    const { rows, rejected } = readEmployment([
      ['Our people'],
      ['E-mail', 'User', 'Employment type', 'Hire date', 'Leaving date'],
      ['Ann@Firm.example', 'ann', 'Contractor', '2025-01-01', '2026-03-31'],
      ['ann@firm.example', '', '', '2026-06-01', 0],
      ['', '', 'employee', '', ''],
      ['bob@firm.example', '', '', 'soon', ''],
    ]);
    expect(rows).toEqual([
      { keys: ['ann@firm.example', 'ann'], userType: 'contractor', start: on(1, 1) - 365, end: END, row: 3 },
      { keys: ['ann@firm.example'], userType: '', start: on(6, 1), end: null, row: 4 },
    ]);
    expect(rejected).toMatchObject([
      { row: 5, reason: 'no e-mail, hash or user' },
      { row: 6, column: 'Hire date', value: 'soon' },
    ]);
  });

  it('without a column that says who a row is about is refused', () => {
    expect(() =>
      readEmployment([
        ['Name', 'End date'],
        ['Ann', END],
      ]),
    ).toThrow('no column Email, hash or User');
  });
});

describe('service-account names', () => {
  const named = (...names: readonly string[]) =>
    found('service name', hours(...names.map((name) => [name, 'Revit', on(3, 2), 2]))).map(
      ({ user }) => user,
    );

  it('are words between separators, digits behind them ignored', () => {
    const names = [
      'svc-plot',
      'RENDER_01',
      'cad.admin@firm.example',
      'batch02',
      'no-reply',
      'Shared',
      'build agent',
      'noreply',
    ];
    expect([...named(...names)].sort()).toEqual([...names].sort());
  });

  it('are no parts of words, and no parts of an address behind the @', () => {
    expect(
      named(
        'maria.testa',
        'jo.batchelor',
        'tester',
        'badmin',
        'renders',
        'ann@service.example',
        'servicenow',
      ),
    ).toEqual([]);
  });

  it('of somebody whom the people table lists are light', () => {
    const usage = hours(['charlie.batch', 'Revit', on(3, 2), 2], ['svc', 'Revit', on(3, 2), 2]);
    const findings = found('service name', usage, { employment: [gone('charlie.batch', { end: null })] });
    expect(findings.map(({ user, severity }) => [user, severity])).toEqual([
      ['svc', 'medium'],
      ['charlie.batch', 'low'],
    ]);
  });

  it('need names: product-level rows have none', () => {
    const rows = withCard(guideCard, ['Product', 'Date', 'Hours'], ['Revit', on(3, 2), 2]);
    expect(skipped('service name', rows)).toContain('no user column');
    expect(report(rows).findings).toEqual([]);
  });
});
