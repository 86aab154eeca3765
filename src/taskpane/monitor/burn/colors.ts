import { BURN_COLORS } from '../../../report/model/palette';
import type { ThemeName } from '../../frame/theme';

/** The lines of the burn-down as on the sheet; lighter tones of the same hues stand out on a dark pane. The middle path goes on in the colour of the balance. */
export const burnColors = (
  theme: ThemeName,
): Readonly<Record<'balance' | 'expected' | 'early' | 'late', string>> =>
  theme === 'dark'
    ? { balance: '#4DA6DB', expected: '#B8B8B8', early: '#F0883E', late: '#3FC79F' }
    : {
        balance: BURN_COLORS.balance,
        expected: BURN_COLORS.expected,
        early: BURN_COLORS.p10,
        late: BURN_COLORS.p90,
      };
