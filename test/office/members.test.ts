/** Every member the product uses goes through the genuine client once. */
import { loadHost } from './load';

test('sheets are added, renamed, moved, coloured, hidden and deleted', async () => {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add('Flex Segments');
    await context.sync();
    sheet.name = 'Flex Summary';
    sheet.position = 0;
    sheet.tabColor = '#0072B2';
    sheet.showGridlines = false;
    sheet.freezePanes.freezeRows(4);
    sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintArea('A1:C9');
    sheet.pageLayout.setPrintTitleRows('$4:$4');
    sheet.customProperties.add('FlexMark', 'segments');
    sheet.activate();
    worksheets.load('items/name,items/id,items/position,items/visibility');
    const mark = sheet.customProperties.getItemOrNullObject('flexmark').load('value');
    const none = worksheets.getItemOrNullObject('Nothing').load('name');
    await context.sync();
    expect(worksheets.items.map((item) => item.name)).toEqual(['Flex Summary', 'Sheet1']);
    expect(mark.value).toBe('segments');
    expect(none.isNullObject).toBe(true);
    expect(grid.activeSheet()).toBe(worksheets.items[0]?.id);
    expect(grid.page('Flex Summary')).toMatchObject({
      gridlines: false,
      tabColor: '#0072B2',
      frozen: { rows: 4, columns: 0 },
    });
    worksheets.getItem('Sheet1').visibility = Excel.SheetVisibility.hidden;
    await context.sync();
    worksheets.getItem('Sheet1').visibility = Excel.SheetVisibility.visible;
    worksheets.getItem('Flex Summary').delete();
    await context.sync();
    worksheets.load('items/name');
    await context.sync();
    expect(worksheets.items.map((item) => item.name)).toEqual(['Sheet1']);
  });
});

test('a table is made, named, styled, resized, read by column and turned back into cells', async () => {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B3').values = [
      ['User', 'Hours'],
      ['Ann', 1],
      ['Ben', 2],
    ];
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'Usage';
    table.style = 'TableStyleLight1';
    table.showFilterButton = false;
    await context.sync();
    const hours = table.columns.getItem('Hours').getDataBodyRange().load('values,address');
    const header = table.getHeaderRowRange().load('values');
    const body = table.getDataBodyRange().load('address');
    const all = table.getRange().load('address');
    context.workbook.tables.load('items/name,items/showTotals');
    table.columns.load('items/name');
    const gone = context.workbook.tables.getItemOrNullObject('Nobody');
    await context.sync();
    expect(hours.values).toEqual([[1], [2]]);
    expect(header.values).toEqual([['User', 'Hours']]);
    expect([hours.address, body.address, all.address]).toEqual([
      'Sheet1!B2:B3',
      'Sheet1!A2:B3',
      'Sheet1!A1:B3',
    ]);
    expect(context.workbook.tables.items.map((item) => item.name)).toEqual(['Usage']);
    expect(table.columns.items.map((item) => item.name)).toEqual(['User', 'Hours']);
    expect(gone.isNullObject).toBe(true);
    table.resize('A1:B5');
    await context.sync();
    expect([...grid.tables.values()]).toMatchObject([
      { name: 'Usage', showFilter: false, rect: { rows: 5 } },
    ]);
    table.convertToRange();
    await context.sync();
    expect(grid.tables.size).toBe(0);
  });
});

test('formats, widths, validation lists and conditional colours reach the grid', async () => {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('A1:B2');
    range.numberFormat = [
      ['@', '#,##0'],
      ['@', '0.0%'],
    ] as string[][];
    range.format.font.bold = true;
    range.format.font.color = '#FFFFFF';
    range.format.fill.color = '#0072B2';
    range.format.wrapText = true;
    range.format.horizontalAlignment = Excel.HorizontalAlignment.right;
    range.format.verticalAlignment = Excel.VerticalAlignment.top;
    range.format.indentLevel = 1;
    range.format.columnWidth = 90;
    range.format.rowHeight = 30;
    range.format.borders.getItem('EdgeBottom').color = '#999999';
    range.format.borders.getItem('EdgeBottom').style = Excel.BorderLineStyle.continuous;
    range.format.autofitColumns();
    sheet.getRange('C2:C9').dataValidation.rule = { list: { inCellDropDown: true, source: 'Flex,Seat' } };
    const custom = sheet.getRange('A2:B2').conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.custom.rule.formula = '=$A2="Review"';
    custom.custom.format.fill.color = '#F0E442';
    const text = sheet.getRange('A2:A9').conditionalFormats.add(Excel.ConditionalFormatType.containsText);
    text.textComparison.rule = { operator: Excel.ConditionalTextOperator.contains, text: 'Flex' };
    text.textComparison.format.font.color = '#009E73';
    const value = sheet.getRange('B2:B9').conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    value.cellValue.rule = { operator: 'GreaterThan', formula1: '100' };
    value.cellValue.format.font.color = '#D55E00';
    await context.sync();
    const sheetId = grid.activeSheet();
    expect(grid.format(sheetId, 1, 1)).toMatchObject({
      bold: true,
      color: '#FFFFFF',
      fill: '#0072B2',
      wrap: true,
      horizontal: 'Right',
      vertical: 'Top',
      indent: 1,
      borderBottom: { color: '#999999', style: 'thin' },
    });
    expect(grid.columnWidth(sheetId, 0)).toBe(90);
    expect(grid.rowHeight(sheetId, 1)).toBe(30);
    expect(grid.page(sheetId).validations.at(-1)?.choices).toEqual(['Flex', 'Seat']);
    expect([...grid.conditionals.values()].map((rule) => rule.rule.kind)).toEqual([
      'custom',
      'containsText',
      'cellValue',
    ]);
    range.format.load('columnWidth,wrapText');
    range.format.font.load('bold,color');
    await context.sync();
    expect([range.format.columnWidth, range.format.wrapText, range.format.font.bold]).toEqual([
      90,
      true,
      true,
    ]);
    sheet.getRange('A1:B9').conditionalFormats.clearAll();
    await context.sync();
    expect(grid.conditionals.size).toBe(0);
  });
});

test('a chart is drawn from a range with its title, axes, colours and place', async () => {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const source = sheet.getRange('A1:B3');
    source.values = [
      ['Segment', 'Users'],
      ['Flex', 61],
      ['Seat', 200],
    ];
    const chart = sheet.charts.add(Excel.ChartType.barClustered, source, Excel.ChartSeriesBy.columns);
    chart.name = 'BySegment';
    chart.title.text = '61 of 261 people to Flex';
    chart.legend.visible = false;
    chart.axes.valueAxis.title.text = 'People';
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.setPosition('D2', 'H12');
    await context.sync();
    const series = chart.series.getItemAt(0);
    series.format.fill.setSolidColor('#0072B2');
    series.points.getItemAt(1).format.fill.setSolidColor('#E69F00');
    series.load('name');
    chart.load('left,top,width,height,name');
    sheet.charts.load('items/name');
    await context.sync();
    expect(series.name).toBe('Users');
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([144, 15, 240, 165]);
    expect(sheet.charts.items.map((item) => item.name)).toEqual(['BySegment']);
    expect([...grid.charts.values()]).toMatchObject([
      {
        type: 'BarClustered',
        title: '61 of 261 people to Flex',
        legendVisible: false,
        axes: { value: { title: 'People' } },
        series: [
          {
            name: 'Users',
            color: '#0072B2',
            pointColors: ['', '#E69F00'],
            values: { row: 1, column: 1, rows: 2 },
          },
        ],
      },
    ]);
    sheet.charts.getItem('BySegment').delete();
    await context.sync();
    expect(grid.charts.size).toBe(0);
  });
});

test('names, settings, notes and document properties are kept', async () => {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getActiveWorksheet();
    workbook.names.add('Flex_TokenPrice', sheet.getRange('B2'));
    workbook.settings.add('flex', { card: 'guide' });
    workbook.properties.title = 'Flex';
    sheet.notes.add('A1', 'Hours in the year');
    await context.sync();
    const price = workbook.names.getItem('flex_tokenprice').getRange().load('address');
    const name = workbook.names.getItemOrNullObject('Flex_TokenPrice').load('formula,type');
    const setting = workbook.settings.getItemOrNullObject('flex').load('value');
    const none = workbook.settings.getItemOrNullObject('other');
    const note = sheet.notes.getItem('A1').load('content');
    workbook.properties.load('title');
    sheet.notes.load('items/content');
    await context.sync();
    expect([price.address, name.formula, name.type]).toEqual(['Sheet1!B2', '=Sheet1!$B$2', 'Range']);
    expect(setting.value).toEqual({ card: 'guide' });
    expect(none.isNullObject).toBe(true);
    expect(note.content).toBe('Hours in the year');
    expect(sheet.notes.items.map((item) => item.content)).toEqual(['Hours in the year']);
    expect(workbook.properties.title).toBe('Flex');
    name.delete();
    setting.delete();
    note.delete();
    await context.sync();
    expect(grid.names.size).toBe(0);
    expect(grid.page('Sheet1').notes.size).toBe(0);
  });
});

test('used range, intersections, selection and neighbours of a range are where Excel puts them', async () => {
  await loadHost();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getActiveWorksheet();
    const empty = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect(empty.isNullObject).toBe(true);
    sheet.getRange('B2:C4').values = 7 as unknown as number[][];
    sheet.getRange('B3:B4').select();
    await context.sync();
    const used = sheet
      .getUsedRangeOrNullObject(true)
      .load('address,rowIndex,columnIndex,rowCount,columnCount');
    const common = sheet.getRange('C:C').getIntersectionOrNullObject(used).load('address');
    const apart = sheet.getRange('Z1').getIntersectionOrNullObject(used);
    const selected = workbook.getSelectedRange().load('address');
    const active = workbook.getActiveCell().load('address');
    const moved = sheet.getCell(0, 0).getOffsetRange(1, 1).getResizedRange(2, 1).load('address');
    const whole = sheet.getRange('B2').getEntireColumn().load('address,isEntireColumn');
    const below = sheet.getRangeByIndexes(0, 0, 2, 2).getRowsBelow(3).load('address');
    const box = sheet.getRange('A1').getBoundingRect('C3').load('address');
    await context.sync();
    expect(used.address).toBe('Sheet1!B2:C4');
    expect([used.rowIndex, used.columnIndex, used.rowCount, used.columnCount]).toEqual([1, 1, 3, 2]);
    expect(common.address).toBe('Sheet1!C2:C4');
    expect(apart.isNullObject).toBe(true);
    expect(selected.address).toBe('Sheet1!B3:B4');
    expect(active.address).toBe('Sheet1!B3');
    expect(moved.address).toBe('Sheet1!B2:C4');
    expect([whole.address, whole.isEntireColumn]).toEqual(['Sheet1!B:B', true]);
    expect(below.address).toBe('Sheet1!A3:B5');
    expect(box.address).toBe('Sheet1!A1:C3');
  });
});

test('suspending calculation and screen, switching events off and merged undo groups are accepted', async () => {
  const { host } = await loadHost();
  await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, async (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
    context.workbook.worksheets.getActiveWorksheet().getRange('A2').values = [[2]];
    context.runtime.enableEvents = true;
    context.application.calculate(Excel.CalculationType.full);
    await context.sync();
  });
  expect(host.undoStack).toHaveLength(1);
  expect(host.undoStack[0]?.grouped).toBe(true);
});
