/** The same company on every surface. */
import { atDay } from '../excel/portfolio/workbook';
import { CommandLine } from './command-line';
import { TODAY, type Company } from './description';
import { keyed, type Answer } from './figures';
import { report, type Surface } from './report';
import { Workbook, type Step } from './workbook';

// The sample has sixteen thousand rows.
jest.setTimeout(60_000);

/** Words of the command line that go with a step of the pane. */
type Words = (files: CommandLine, described: Company) => readonly string[];

export interface Asked {
  readonly step: Step;
  readonly words: Words;
  /** What a user of the pane does first. */
  readonly before?: (sheets: Workbook) => Promise<void>;
}

/** What Excel and the command line disagree about, in sentences. */
export async function sheetsAgainstCommandLine(described: Company, asked: Asked): Promise<readonly string[]> {
  atDay(TODAY);
  const files = new CommandLine(described);
  try {
    const sheets = await Workbook.of(described);
    await asked.before?.(sheets);
    const here: Surface = { name: 'Excel', answer: await sheets.answer(asked.step) };
    const words = asked.words(files, described);
    const there: Surface = { name: 'the command line', answer: await files.answer(asked.step, ...words) };
    return report(described.seed, [here, there]);
  } finally {
    files.remove();
  }
}

/** By which columns a formula names rows. */
const ROWS = {
  FlexSegments: ['User'],
  FlexSegmentSummary: ['Segment'],
  FlexBreakEven: ['Product'],
  FlexPoolSizes: ['Choice'],
  FlexBurnByProduct: ['Product'],
  FlexBurnByUser: ['User'],
  FlexBurnByTeam: ['Team'],
  FlexBurnBySegment: ['Segment'],
  FlexAnomalies: ['Date'],
  FlexPortfolio: ['User'],
  FlexLevers: ['Lever'],
  FlexFreeze: ['Years'],
  FlexFindings: ['Check', 'Who'],
} as const;

/**
 * What formulas and the command line disagree about, over what a formula takes.
 * @param formulas are told what the command line has said: some take one of its figures
 */
export async function formulasAgainstCommandLine(
  described: Company,
  command: Step | 'breakeven',
  words: Words,
  formulas: (described: Company, said: Answer) => Answer,
): Promise<readonly string[]> {
  atDay(TODAY);
  const files = new CommandLine(described);
  try {
    const said = keyed(await files.answer(command, ...words(files, described)), ROWS);
    const here: Surface = { name: 'formulas', answer: formulas(described, said) };
    return report(described.seed, [here, { name: 'the command line', answer: said }], 'kind');
  } finally {
    files.remove();
  }
}
