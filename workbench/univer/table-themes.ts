/** Excel's table styles as Univer themes, with the accents of the Office theme of 2023 and later. */
import { BorderStyleTypes } from '@univerjs/core';
import type { IBorderStyleData, IStyleData } from '@univerjs/core';

export interface TableTheme {
  readonly name: string;
  readonly style: Record<string, Pick<IStyleData, 'bg' | 'bd' | 'cl' | 'bl'>>;
}

const ACCENTS = ['#404040', '#156082', '#E97132', '#196B24', '#0F9ED5', '#A02B93', '#4EA72E'] as const;
const FALLBACK = 'TableStyleMedium2';

/** The accent mixed with white; `share` of the accent, 0 to 1. */
function tint(color: string, share: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(255 - (255 - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

const line = (color: string): IBorderStyleData => ({ s: BorderStyleTypes.THIN, cl: { rgb: color } });

function light(name: string, accent: string): TableTheme {
  return {
    name,
    style: {
      headerRowStyle: { bl: 1, bd: { t: line(accent), b: line(accent) } },
      firstRowStyle: { bg: { rgb: tint(accent, 0.08) } },
      secondRowStyle: {},
      lastRowStyle: { bd: { b: line(accent) } },
    },
  };
}

function filled(name: string, accent: string, banding: number): TableTheme {
  return {
    name,
    style: {
      headerRowStyle: { bl: 1, bg: { rgb: accent }, cl: { rgb: '#FFFFFF' } },
      firstRowStyle: { bg: { rgb: tint(accent, banding) }, bd: { b: line(tint(accent, 0.35)) } },
      secondRowStyle: { bd: { b: line(tint(accent, 0.35)) } },
      lastRowStyle: { bd: { b: line(tint(accent, 0.6)) } },
    },
  };
}

export const TABLE_THEMES: readonly TableTheme[] = ACCENTS.flatMap((accent, index) => [
  light(`TableStyleLight${index + 1}`, accent),
  filled(`TableStyleMedium${index + 1}`, accent, 0.08),
  filled(`TableStyleDark${index + 1}`, accent, 0.25),
]);

/** Style numbers beyond 7 repeat the accents in Excel too, with other lines; the look stays near. */
export function themeFor(style: string): string {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  if (!match) return FALLBACK;
  const number = ((Number(match[2]) - 1) % ACCENTS.length) + 1;
  return `TableStyle${match[1] ?? 'Medium'}${number}`;
}
