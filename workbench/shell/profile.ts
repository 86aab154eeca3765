/** Which Excel the host behaves as: its limits differ. */
import type { Platform } from '../office/limits';
import { element } from './element';

const NAMES: Readonly<Record<Platform, string>> = {
  web: 'Excel on the web',
  desktop: 'Excel for Windows',
  mac: 'Excel for Mac',
};

export function connectProfile(current: Platform, changed: (platform: Platform) => void): void {
  const select = element<HTMLSelectElement>('profile');
  select.replaceChildren(
    ...(Object.keys(NAMES) as Platform[]).map(
      (platform) => new Option(NAMES[platform], platform, false, platform === current),
    ),
  );
  select.addEventListener('change', () => changed(select.value as Platform));
}
