import { guideCard } from '../../../../src/engine/catalog';
import { drawingOn } from '../../../../src/engine/monitor/burn/population';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { burned } from '../burning';
import { on } from '../books';

describe('whose tokens a review counts', () => {
  const nobody = (): boolean => false;

  it('leaves out the hours of those who are not planned to be on Flex', () => {
    const hours = readUsage(
      [
        ['User', 'Product', 'Date', 'Hours'],
        ['ann', 'Revit', on(3, 2), 4],
        ['bob', 'Revit', on(3, 2), 2],
      ],
      { card: guideCard },
    );
    expect([...drawingOn(hours, undefined).table.tokens]).toEqual([20, 10]);
    expect([...drawingOn(hours, (user) => user === 1).table.tokens]).toEqual([0, 10]);
  });

  it('keeps tokens that were charged, whatever a plan says: they have left the pool', () => {
    const charged = burned([['ann', 'Revit', on(3, 2), 20]]);
    expect([...drawingOn(charged, nobody).table.tokens]).toEqual([20]);
  });
});
