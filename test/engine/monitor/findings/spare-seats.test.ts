import { guideCard } from '../../../../src/engine/catalog';
import { readSpareSeats, seatsByProduct } from '../../../../src/engine/monitor/findings/spare-seats';

describe('Spare seats', () => {
  test('are counted by the name on the rate card; unknown products and halves of seats are listed', () => {
    const read = readSpareSeats(
      [
        ['Product', 'Spare seats'],
        ['autodesk revit 2026', 2],
        ['Revit', 1],
        ['Architecture Engineering & Construction Collection', 3],
        ['Rivet', 1],
        ['AutoCAD', 1.5],
        [null, null],
      ],
      guideCard,
    );
    expect(Object.fromEntries(seatsByProduct(read.rows))).toEqual({ Revit: 3, 'AEC Collection': 3 });
    expect(read.rejected.map(({ row, column }) => [row, column])).toEqual([
      [5, 'Product'],
      [6, 'Spare seats'],
    ]);
    expect(read.rejected[0]?.reason).toContain('Revit');
    expect(read.read).toBe(5);
  });
});
