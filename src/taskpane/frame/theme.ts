import { useEffect, useState } from 'react';
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

export type ThemeName = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/**
 * Light or dark: the override when given, else what the system prefers (Office gives no theme on the web).
 * High contrast needs no theme of its own: forced colours come from the browser, and the styles allow for them.
 */
export function useThemeName(override: ThemeName | null): ThemeName {
  const [systemDark, setSystemDark] = useState(() => matches(DARK));
  useEffect(() => {
    if (typeof window.matchMedia !== 'function') return undefined;
    const query = window.matchMedia(DARK);
    const follow = (): void => setSystemDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return override ?? (systemDark ? 'dark' : 'light');
}

const matches = (query: string): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia(query).matches;

/** Fluent's tokens for a theme. */
export const fluentTheme = (name: ThemeName): Theme => (name === 'dark' ? webDarkTheme : webLightTheme);

/** Light or dark from the body colour Office reports (`#RRGGBB`); null when it reports none. */
export function themeOfBody(bodyBackgroundColor: string | undefined): ThemeName | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(bodyBackgroundColor ?? '');
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
}
