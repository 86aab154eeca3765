import fc from 'fast-check';
import {
  BUILTIN_CARD_NAMES,
  builtinCard,
  cardTable,
  collectionHolds,
  collectionsTable,
  findCollection,
  guideCard,
  matchProduct,
  normalizeName,
  readCard,
  readCollections,
  requireRow,
  retailCard,
  withCollections,
} from '../../../src/engine/catalog';

const rates = (card: typeof guideCard) =>
  card.rows.map((row) => [row.product, row.tokensPerUnit, row.seatPrice, row.onFlex]);

describe('the built-in cards', () => {
  it('guide holds the figures of the guide', () => {
    expect(rates(guideCard)).toEqual([
      ['AutoCAD', 1, 2030, true],
      ['Revit', 5, 2910, true],
      ['Civil 3D', 5, 2910, true],
      ['Inventor Pro', 5, 2580, true],
      ['Maya', 15, 1785, true],
      ['AEC Collection', 5, 3375, true],
      ['BIM Collaborate Pro', null, null, false],
      ['Autodesk Docs', null, null, false],
      ['Autodesk Build', null, null, false],
    ]);
    expect([guideCard.tokenPrice, guideCard.currency]).toEqual([0.3, 'USD']);
    expect(new Set(guideCard.rows.map((row) => row.basis))).toEqual(new Set(['hour']));
  });

  it('retail holds confirmed day rates, and leaves the unconfirmed ones empty', () => {
    expect(rates(retailCard)).toEqual([
      ['AutoCAD', 7, 2030, true],
      ['Revit', 10, 2910, true],
      ['Navisworks Manage', 9, 2605, true],
      ['Navisworks Simulate', 4, null, true],
      ['Fusion', 3, 680, true],
      ['InfoWorks ICM Sewer', 24, null, true],
      ['InfoWorks ICM Flood', 31, null, true],
      ['InfoWorks ICM Ultimate', 75, null, true],
      ['Civil 3D', null, null, true],
      ['Inventor Pro', null, null, true],
      ['3ds Max', null, null, true],
      ['Maya', null, null, true],
      ['BIM Collaborate Pro', null, null, false],
      ['Autodesk Docs', null, null, false],
      ['Autodesk Build', null, null, false],
    ]);
    expect([retailCard.tokenPrice, retailCard.currency]).toEqual([3, 'USD']);
    expect(new Set(retailCard.rows.map((row) => row.basis))).toEqual(new Set(['day']));
  });

  it('name the source and the confidence of every figure', () => {
    expect(requireRow(retailCard, 'AutoCAD')).toMatchObject({ confidence: 'A', seatConfidence: 'guide' });
    expect(requireRow(retailCard, 'Navisworks Manage')).toMatchObject({
      confidence: 'B',
      seatConfidence: 'B',
    });
    for (const row of [...guideCard.rows, ...retailCard.rows]) expect(row.source).not.toBe('');
  });

  it('are found by name in any case', () => {
    expect(builtinCard(' Retail ')).toBe(retailCard);
    expect(builtinCard('GUIDE')).toBe(guideCard);
    expect(builtinCard('list')).toBeNull();
    expect(BUILTIN_CARD_NAMES).toEqual(['guide', 'retail']);
  });

  it('know the three Collections, of which only AEC has a price', () => {
    expect(guideCard.collections.map((c) => [c.name, c.seatPrice, c.products.length])).toEqual([
      ['AEC Collection', 3375, 9],
      ['PDM Collection', null, 7],
      ['M&E Collection', null, 5],
    ]);
    expect(retailCard.collections.map((c) => c.seatPrice)).toEqual([3375, null, null]);
  });
});

describe('product names', () => {
  it.each([
    ['Autodesk Civil 3D 2024', 'civil3d'],
    ['CIVIL-3D', 'civil3d'],
    ['Revit® 2026', 'revit'],
    ['  3ds\u00a0Max 2025 ', '3dsmax'],
    ['AutoCAD2023', 'autocad'],
    ['Revit 1999', 'revit1999'],
    ['Tool 12024', 'tool12024'],
    ['Autodesk', 'autodesk'],
    ['2024', '2024'],
  ])('%s is compared as %s', (text, key) => {
    expect(normalizeName(text)).toBe(key);
  });

  it.each([
    ['Autodesk Revit 2025', 'Revit'],
    ['revit', 'Revit'],
    ['Inventor', 'Inventor Pro'],
    ['Autodesk Inventor Professional 2026', 'Inventor Pro'],
    ['AutoCAD - including specialized toolsets', 'AutoCAD'],
    ['Docs', 'Autodesk Docs'],
    ['Architecture Engineering & Construction Collection', 'AEC Collection'],
    ['Architecture, Engineering & Construction Collection', 'AEC Collection'],
    ['Architecture, Engineering and Construction Collection', 'AEC Collection'],
  ])('%s is %s on the guide card', (text, product) => {
    expect(matchProduct(guideCard, text)).toMatchObject({ kind: 'row', name: product });
  });

  it('keeps near names apart: a variant is another product', () => {
    for (const text of ['Revit LT', 'AutoCAD LT', 'Revitt', 'Mayas']) {
      expect(matchProduct(guideCard, text).kind).toBe('unknown');
    }
  });

  it('names the nearest known products of an unknown one', () => {
    expect(matchProduct(guideCard, ' Revitt ')).toMatchObject({ kind: 'unknown', text: 'Revitt' });
    expect(() => requireRow(guideCard, 'Revitt')).toThrow(
      /^"Revitt" is not a product of the rate card guide\. Nearest known names: Revit, /,
    );
  });

  it('knows a product that only stands in a Collection, and a Collection itself', () => {
    expect(matchProduct(guideCard, 'InfraWorks 2025')).toEqual({
      kind: 'collection-only',
      name: 'InfraWorks',
    });
    expect(matchProduct(guideCard, 'Robot Structural Analysis Professional')).toEqual({
      kind: 'collection-only',
      name: 'Robot Structural',
    });
    expect(matchProduct(retailCard, 'AEC Collection')).toEqual({
      kind: 'collection-only',
      name: 'AEC Collection',
    });
    expect(() => requireRow(guideCard, 'InfraWorks')).toThrow(/known only as a Collection or as part of one/);
  });

  it('finds every row of a card by its own name in any spelling of case and punctuation', () => {
    const product = fc.constantFrom(...guideCard.rows.map((row) => row.product));
    fc.assert(
      fc.property(product, fc.constantFrom('', ' 2023', ' 2026 '), fc.boolean(), (name, year, upper) => {
        const prefix = name.startsWith('Autodesk') ? '' : 'Autodesk ';
        const text = `${prefix}${upper ? name.toUpperCase() : name.toLowerCase()}${year}`.replace(/ /g, '  ');
        expect(matchProduct(guideCard, text)).toMatchObject({ kind: 'row', name });
      }),
    );
  });
});

describe('Collections', () => {
  it.each([
    ['aec', 'AEC Collection'],
    ['Product Design & Manufacturing Collection', 'PDM Collection'],
    ['Media and Entertainment Collection 2025', 'M&E Collection'],
  ])('%s is found as %s', (text, name) => {
    expect(findCollection(guideCard, text)?.name).toBe(name);
  });

  it('spell their products as the card does, and hold themselves', () => {
    const aec = findCollection(guideCard, 'AEC Collection');
    expect(aec?.products).toContain('Autodesk Docs');
    expect(aec && collectionHolds(aec, 'Docs')).toBe(true);
    expect(aec && collectionHolds(aec, 'AEC Collection')).toBe(true);
    expect(aec && collectionHolds(aec, 'Maya')).toBe(false);
  });

  it("the card's seat price overrides the table's", () => {
    const table = readCollections([
      ['Product', 'Collection', 'Seat price'],
      ['Revit', 'AEC Collection', 4000],
      ['Maya', 'M&E Collection', 2500],
    ]);
    const card = withCollections(guideCard, table);
    expect(card.collections).toEqual([
      { name: 'AEC Collection', products: ['Revit'], seatPrice: 3375, currency: 'USD' },
      { name: 'M&E Collection', products: ['Maya'], seatPrice: 2500, currency: 'USD' },
    ]);
  });

  it('of another currency are left out', () => {
    const table = readCollections([
      ['Collection', 'Product', 'Seat price', 'Currency'],
      ['PDM Collection', 'Inventor', 2600, 'EUR'],
      ['M&E Collection', 'Maya', 2500, '$'],
    ]);
    expect(withCollections(guideCard, table).collections.map((c) => c.name)).toEqual(['M&E Collection']);
  });

  it('come back from the sheet as they were written', () => {
    expect(readCollections(collectionsTable(guideCard))).toEqual(guideCard.collections);
  });

  it.each([
    [[['Name', 'Price']], 'Collections, row 1, column 1: no header row was found'],
    [
      [
        ['Collection', 'Product'],
        ['AEC', ''],
      ],
      'Collections, row 2, column 2: Product is blank',
    ],
    [
      [
        ['Collection', 'Product'],
        ['', 'Revit'],
      ],
      'Collections, row 2, column 1: Collection is blank',
    ],
    [
      [
        ['Collection', 'Product'],
        ['AEC', 'Inventor'],
        ['AEC', 'Inventor Pro'],
      ],
      'Collections, row 3, column 2: Inventor Pro is listed twice for AEC',
    ],
    [
      [
        ['Collection', 'Product', 'Seat price'],
        ['AEC', 'Revit', 1],
        ['AEC', 'Maya', 2],
      ],
      'Collections, row 3, column 3: Seat price of AEC is 2, but a row above says 1',
    ],
  ])('a faulty table is refused with its place: %j', (range, message) => {
    expect(() => readCollections(range)).toThrow(message);
  });
});

describe('the written card', () => {
  it.each([
    ['guide', guideCard],
    ['retail', retailCard],
  ])('%s is read back with every figure', (name, card) => {
    const back = readCard(cardTable(card), {
      origin: 'Flex Rates!A1:L20',
      name,
      address: (row, column) => `R${row + 1}C${column + 1}`,
    });
    expect(cardTable(back)).toEqual(cardTable(card));
    expect(back.collections).toEqual(card.collections);
  });
});
