import type { PortfolioSettings } from '../../excel/contract/portfolio';
import type { Formats } from '../figures/formats';
import { changed as changedBy, numberIn, plainNumber, type SettingField } from '../fields/setting-field';

const changed = changedBy<PortfolioSettings>();
const whole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** How tokens are bought, with the sentences for what cannot be used. */
export function purchaseFields(formats: Formats): readonly SettingField<PortfolioSettings>[] {
  const shown = plainNumber(formats);
  return [
    {
      id: 'portfolio.bundle',
      label: 'Bundle',
      hint: 'Tokens are bought in multiples of it. 0 or empty = any number.',
      text: (s) => (s.bundle === 0 ? '' : shown(s.bundle)),
      read: (typed) =>
        changed(
          numberIn(typed === '' ? '0' : typed, 'Bundle', 'a whole number of tokens, 0 or more', whole),
          (v) => ({ bundle: v }),
        ),
    },
    {
      id: 'portfolio.committed',
      label: 'Committed tokens',
      hint: 'Paid for in any case, used or not. 0 or empty = none.',
      text: (s) => (s.committed === 0 ? '' : shown(s.committed)),
      read: (typed) =>
        changed(
          numberIn(typed === '' ? '0' : typed, 'Committed tokens', 'a whole number, 0 or more', whole),
          (v) => ({ committed: v }),
        ),
    },
  ];
}
