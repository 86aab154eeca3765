/** Buttons that stand for the add-in's buttons on Excel's Home tab. */
export interface RibbonButton {
  readonly label: string;
  readonly icon: string;
  readonly hint: string;
  readonly press: () => Promise<void> | void;
}

/** @param trouble told a sentence when a command fails */
export function showRibbon(
  bar: HTMLElement,
  buttons: readonly RibbonButton[],
  trouble: (text: string) => void,
): void {
  bar.replaceChildren(
    ...buttons.map((each) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.title = each.hint;
      const icon = document.createElement('img');
      icon.src = each.icon;
      icon.alt = '';
      button.append(icon, each.label);
      button.addEventListener('click', () => {
        button.disabled = true;
        void Promise.resolve()
          .then(() => each.press())
          .catch((error: unknown) => trouble(error instanceof Error ? error.message : String(error)))
          .finally(() => {
            button.disabled = false;
          });
      });
      return button;
    }),
  );
}
