/** What =FLEX.* formulas say of a company, under the names that the command line has for the same figures. */
import { formula, table, type FunctionId } from '../functions/host';
import { lastDay, type Company, type Rows } from './description';
import { refusal, type Answer, type Scalar } from './figures';

/** A rate card as a range, or its name. */
function cardOf({ card, settings }: Company): unknown {
  return card ?? settings.card ?? null;
}

export function segmentFormulas(company: Company): Answer {
  return answered((figures) => {
    const card = cardOf(company);
    spilled(figures, 'FlexSegments', table('SEGMENT', company.usage, null, null, null, null, card));
    spilled(
      figures,
      'FlexSegmentSummary',
      table('SEGMENTSUMMARY', company.usage, null, null, null, null, card),
    );
    const [, ...left] = table('REJECTED', company.usage, card);
    // Rows of products that the card does not know are told too: they are used.
    figures.set(
      'rows rejected',
      left.filter(([, column, value]) => column !== 'Product' || value === '').length,
    );
  });
}

/** Of the whole card, and of each product by itself. */
export function breakEvenFormulas(company: Company): Answer {
  const { seatDiscount = null, tokenDiscount = null, tokenPrice = null } = company.settings;
  const prices = [seatDiscount, tokenDiscount, tokenPrice, cardOf(company)] as const;
  return answered((figures) => {
    const whole = table('BREAKEVENTABLE', ...prices);
    spilled(figures, 'FlexBreakEven', whole);
    const at = (header: string): number => (whole[0] ?? []).indexOf(header);
    for (const row of whole.slice(1)) {
      if (typeof row[at('Break-even')] !== 'number') continue;
      const product = String(row[0]);
      figures.set(`FlexBreakEven ${product} Break-even`, one('BREAKEVEN', product, ...prices));
      figures.set(`FlexBreakEven ${product} Ceiling`, one('CEILING', product, null, ...prices));
    }
  });
}

/** At the defaults of the function: bundle 1, a service level of 95 %. @param said by the command line: it rounds the rule's size */
export function poolFormulas(company: Company, said: Answer): Answer {
  const card = cardOf(company);
  return answered((figures) => {
    figures.set('Flex_PoolBaseline', one('BASELINE', company.usage, card));
    const [header = [], row = []] = table('POOLSIZE', company.usage, null, null, card);
    const of = (name: string): Scalar => row[header.indexOf(name)] as Scalar;
    figures.set('FlexPoolSizes Baseline Before rounding', of('Baseline'));
    const buffer = Number(one('BUFFER', company.usage, null, null, card));
    figures.set("FlexPoolSizes Guide's rule Before rounding", Number(of('Baseline')) * (1 + buffer));
    figures.set('FlexPoolSizes Risk-calibrated Before rounding', of('Simulated size'));
    figures.set('FlexPoolSizes Risk-calibrated Size', of('Bundle-rounded size'));
    figures.set('FlexPoolSizes Risk-calibrated Stockout risk', of('Stockout risk'));
    figures.set('FlexPoolSizes Risk-calibrated Expected shortage', of('Expected shortage'));
    figures.set('FlexPoolSizes Risk-calibrated Expected waste', of('Expected waste'));
    const size = Number(said.figures?.get("FlexPoolSizes Guide's rule Size"));
    figures.set("FlexPoolSizes Guide's rule Stockout risk", one('STOCKOUT', company.usage, size, card));
  });
}

/** Burn of the last days by every grouping, and when the packs run out. */
export function monitorFormulas(company: Company): Answer {
  const card = cardOf(company);
  const lists = (company.usage[0] ?? []).includes('Team')
    ? ['product', 'user', 'team', 'segment']
    : ['product', 'user', 'segment'];
  const last = lastDay(company);
  return answered((figures) => {
    const [, row = []] = table('DEPLETION', company.packs, company.usage, null, card);
    const [early, middle, late, cover, expiring] = row as readonly number[];
    figures.set('Flex_MonitorRunsOutEarliest', early ?? null);
    figures.set('Flex_MonitorRunsOut', middle ?? null);
    figures.set('Flex_MonitorRunsOutLatest', late ?? null);
    figures.set('Flex_MonitorDaysOfCover', Math.round(Number(cover)));
    figures.set('Flex_MonitorExpiringUnused', expiring ?? null);
    for (const by of lists) {
      const name = `FlexBurnBy${by.charAt(0).toUpperCase()}${by.slice(1)}`;
      const [, ...burned] = table('BURN', company.usage, 'day', by, card);
      const sums = new Map<string, readonly [number, number]>();
      for (const [day, who, tokens] of burned as [number, string, number][]) {
        const [week, month] = sums.get(who) ?? [0, 0];
        const age = last - day;
        sums.set(who, [week + (age < 7 ? tokens : 0), month + (age < 28 ? tokens : 0)]);
      }
      for (const [who, [week, month]] of sums) {
        figures.set(`${name} ${who} Last 7 days`, week);
        figures.set(`${name} ${who} Last 28 days`, month);
      }
    }
    // Which days are ordinary, and so who explains the odd one, depends on the size of the pool: a formula is not told it.
    const [, ...odd] = table('ANOMALIES', company.usage, card);
    for (const [day, , burn, expected, score, kind] of odd as Scalar[][]) {
      for (const [header, cell] of Object.entries({
        Burn: burn,
        Expected: expected,
        Score: score,
        Kind: kind,
      })) {
        figures.set(`FlexAnomalies ${String(day)} ${header}`, cell ?? null);
      }
    }
  });
}

export function portfolioFormulas(company: Company): Answer {
  return answered((figures) => {
    const rows = table('PORTFOLIO', company.usage, company.tiers, null, null, cardOf(company));
    const total = rows.at(-1) ?? [];
    for (const [user, , , tokens, cost] of rows.slice(1, -1) as readonly (readonly Scalar[])[]) {
      figures.set(`FlexPortfolio ${String(user)} Tokens proposed`, tokens ?? null);
      figures.set(`FlexPortfolio ${String(user)} Cost proposed`, cost ?? null);
    }
    const [, singles, collections, tokens, cost, gap] = total as readonly Scalar[];
    figures.set('Flex_PortfolioSeatsNeeded', singles ?? null);
    figures.set('Flex_PortfolioCollectionsNeeded', collections ?? null);
    figures.set('Flex_PortfolioTokens', tokens ?? null);
    figures.set('Flex_PortfolioCost', cost ?? null);
    figures.set('Flex_PortfolioGap', gap ?? null);
    if (company.tiers !== null) {
      figures.set('Flex_PortfolioTokensBought', one('BESTBUY', Number(tokens), company.tiers));
    }
  });
}

/** @param spend on tokens, as the command line has it */
export function renewalFormulas(spend: number, tokens: number): Answer {
  return answered((figures) => {
    const [header = [], ...rows] = table('NEGOTIATE', spend, tokens);
    for (const row of rows) {
      ['Low', 'Mid', 'High', 'Value low', 'Value mid', 'Value high'].forEach((name) => {
        // The bundle is a share of the spend on seats as well, which the function is not told.
        if (row[0] !== 'Bundle')
          figures.set(`FlexLevers ${String(row[0])} ${name}`, row[header.indexOf(name)] as Scalar);
      });
    }
    for (const years of [1, 2])
      figures.set(`FlexFreeze ${years} Price lock`, one('RATEFREEZE', spend, 0.05, years));
  });
}

/** @param said by the command line: it knows of moves to Flex, which a formula is not told */
export function complianceFormulas(company: Company, said: Answer): Answer {
  const moves = [...(said.figures?.keys() ?? [])].filter((figure) =>
    /^FlexFindings Cloud .* Severity$/.test(figure),
  );
  return answered((figures) => {
    const [, ...found] = table('COMPLIANCE', company.usage, company.seats, company.people, cardOf(company));
    figures.set('FlexFindings rows', found.length + moves.length);
    const seen = new Map<string, number>();
    for (const [rule, user, evidence, severity, action] of found as readonly (readonly string[])[]) {
      const key = `FlexFindings ${rule ?? ''} ${user ?? ''}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      figures.set(`${key} ${count} Severity`, severity ?? null);
      figures.set(`${key} ${count} What to do`, action ?? null);
      figures.set(`${key} ${count} Evidence`, (evidence ?? '').split(' May be harmless: ')[0] ?? null);
    }
  });
}

function one(id: FunctionId, ...given: readonly unknown[]): Scalar {
  return formula(id, ...given) as Scalar;
}

/** One figure a cell, by the first cell of its row. */
function spilled(
  figures: Map<string, Scalar>,
  name: string,
  [header = [], ...rows]: Rows | unknown[][],
): void {
  for (const row of rows) {
    row.forEach((cell, at) => figures.set(`${name} ${String(row[0])} ${String(header[at])}`, cell as Scalar));
  }
}

function answered(fill: (figures: Map<string, Scalar>) => void): Answer {
  const figures = new Map<string, Scalar>();
  try {
    fill(figures);
    return { figures };
  } catch (error) {
    return refusal(error);
  }
}
