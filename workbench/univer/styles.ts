/** Cell formats of the Grid as Univer style records, and back. */
import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import type { CellFormat } from '../office/grid';

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
} as const;

/** Width of one indent step in pixels. */
const INDENT = 9;

type Edge = Exclude<CellFormat['borderBottom'], undefined>;

function edge(border: Edge): IBorderStyleData | null {
  if (!border) return null;
  return {
    s: border.style === 'medium' ? BorderStyleTypes.MEDIUM : BorderStyleTypes.THIN,
    cl: { rgb: border.color },
  };
}

function edgeOf(border: Nullable<IBorderStyleData>): Edge {
  if (!border?.s) return null;
  return {
    color: border.cl?.rgb ?? '#000000',
    style: border.s === BorderStyleTypes.MEDIUM ? 'medium' : 'thin',
  };
}

/** Only what the format names; what it leaves out stays as it is in the cell. */
export function styleOf(format: CellFormat): IStyleData {
  const style: IStyleData = {};
  if (format.bold !== undefined) style.bl = format.bold ? 1 : 0;
  if (format.italic !== undefined) style.it = format.italic ? 1 : 0;
  if (format.underline !== undefined) style.ul = { s: format.underline ? 1 : 0 };
  if (format.color !== undefined) style.cl = format.color === '' ? null : { rgb: format.color };
  if (format.fill !== undefined) style.bg = format.fill === '' ? null : { rgb: format.fill };
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.horizontal !== undefined) style.ht = HORIZONTAL[format.horizontal];
  if (format.vertical !== undefined) style.vt = VERTICAL[format.vertical];
  if (format.wrap !== undefined) style.tb = format.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.indent !== undefined) style.pd = { l: 2 + format.indent * INDENT };
  if (format.borderTop !== undefined || format.borderBottom !== undefined) {
    style.bd = {
      ...(format.borderTop !== undefined ? { t: edge(format.borderTop) } : {}),
      ...(format.borderBottom !== undefined ? { b: edge(format.borderBottom) } : {}),
    };
  }
  return style;
}

function nameOf<K extends string>(names: Readonly<Record<K, number>>, value: number): K | undefined {
  return (Object.keys(names) as K[]).find((key) => names[key] === value);
}

export function formatOf(style: Nullable<IStyleData>): CellFormat {
  const format: CellFormat = {};
  if (!style) return format;
  if (style.bl !== undefined) format.bold = style.bl === 1;
  if (style.it !== undefined) format.italic = style.it === 1;
  if (style.ul) format.underline = style.ul.s === 1;
  if (style.cl?.rgb) format.color = style.cl.rgb;
  if (style.bg?.rgb) format.fill = style.bg.rgb;
  if (style.fs !== undefined) format.fontSize = style.fs;
  if (style.ff) format.fontName = style.ff;
  const horizontal = style.ht ? nameOf(HORIZONTAL, style.ht) : undefined;
  if (horizontal) format.horizontal = horizontal;
  const vertical = style.vt ? nameOf(VERTICAL, style.vt) : undefined;
  if (vertical) format.vertical = vertical;
  if (style.tb) format.wrap = style.tb === WrapStrategy.WRAP;
  if (style.pd?.l) format.indent = Math.max(0, Math.round((style.pd.l - 2) / INDENT));
  if (style.bd?.t) format.borderTop = edgeOf(style.bd.t);
  if (style.bd?.b) format.borderBottom = edgeOf(style.bd.b);
  return format;
}

export const pixels = (points: number): number => (points * 96) / 72;
export const points = (px: number): number => (px * 72) / 96;
