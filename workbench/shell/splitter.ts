/** The bar between workbook and pane: dragged, or moved with the arrow keys. */
import { element } from './element';

const NARROWEST = 320;
const WIDEST = 720;
const STEP = 20;

export function connectSplitter(): void {
  const splitter = element<HTMLDivElement>('splitter');
  const pane = element<HTMLElement>('pane');
  const desk = splitter.parentElement;
  const set = (width: number): void => {
    const kept = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    pane.style.width = `${kept}px`;
    splitter.setAttribute('aria-valuenow', String(kept));
  };
  set(pane.getBoundingClientRect().width);
  splitter.addEventListener('pointerdown', (down) => {
    splitter.setPointerCapture(down.pointerId);
    splitter.classList.add('dragging');
    desk?.classList.add('dragging');
    const from = pane.getBoundingClientRect().width;
    const move = (event: PointerEvent): void => set(from + down.clientX - event.clientX);
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener(
      'lostpointercapture',
      () => {
        splitter.removeEventListener('pointermove', move);
        splitter.classList.remove('dragging');
        desk?.classList.remove('dragging');
      },
      { once: true },
    );
  });
  splitter.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    set(pane.getBoundingClientRect().width + by);
  });
}
