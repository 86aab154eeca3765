/** Light or dark, for the page, the grid and the pane alike; remembered in the browser. */
import { element } from './element';

export type Appearance = 'light' | 'dark';

const KEY = 'flex-workbench-appearance';
const ICONS: Readonly<Record<Appearance, string>> = {
  light:
    'M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6L13 13M13 3l-1.4 1.4M4.4 11.6L3 13M11 8a3 3 0 1 1-6 0a3 3 0 0 1 6 0',
  dark: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z',
};

function remembered(): Appearance {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export interface AppearanceSwitch {
  current(): Appearance;
  set(appearance: Appearance): void;
  /** Called at every change, not at once. */
  onChange(handler: (appearance: Appearance) => void): void;
}

export function appearanceSwitch(): AppearanceSwitch {
  const button = element<HTMLButtonElement>('appearance');
  const handlers: ((appearance: Appearance) => void)[] = [];
  let current = remembered();
  const show = (): void => {
    document.documentElement.dataset['appearance'] = current;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', ICONS[current]);
    svg.append(path);
    button.replaceChildren(svg, current === 'dark' ? 'Dark' : 'Light');
    button.setAttribute('aria-pressed', String(current === 'dark'));
    button.setAttribute('aria-label', current === 'dark' ? 'Dark appearance on' : 'Dark appearance off');
  };
  const set = (appearance: Appearance): void => {
    if (appearance === current) return;
    current = appearance;
    localStorage.setItem(KEY, current);
    show();
    for (const handler of handlers) handler(current);
  };
  button.addEventListener('click', () => set(current === 'dark' ? 'light' : 'dark'));
  show();
  return { current: () => current, set, onChange: (handler) => handlers.push(handler) };
}
