import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Disclosure } from '../frame/disclosure';
import { Notice } from '../frame/notice';
import { usePaneContext } from '../pane/context';
import { cardName } from '../frame/words';

const useStyles = makeStyles({
  line: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Writes the sheet Flex Rates from a built-in card. Replacing one that exists asks first: its edits would be lost. */
export function OwnRates(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const [asking, setAsking] = useState<string | null>(null);
  const exists = state.cards.some((card) => card.name === 'Flex Rates');
  const builtIn = state.cards.filter((card) => card.name !== 'Flex Rates');
  const busy = state.inserting !== null;
  if (!exists) {
    const chosen = builtIn.find((card) => card.name === state.settings?.card) ?? builtIn[0];
    const base = chosen?.name ?? 'guide';
    return (
      <>
        <p className={styles.line}>
          Writes a new sheet <strong>Flex Rates</strong> with the figures of the {cardName(base)}. Edit them
          there; every command then uses them.
        </p>
        <div>
          <Button disabled={busy} onClick={() => actions.insertRates(base, false)}>
            Insert Flex Rates
          </Button>
        </div>
      </>
    );
  }
  return (
    <Disclosure label="Start Flex Rates again">
      {asking === null ? (
        <div className={styles.buttons}>
          {builtIn.map((card) => (
            <Button key={card.name} size="small" disabled={busy} onClick={() => setAsking(card.name)}>
              From the {cardName(card.name)}
            </Button>
          ))}
        </div>
      ) : (
        <Notice
          level="warning"
          text={`Replaces Flex Rates with the figures of the ${cardName(asking)}. What you changed there is lost.`}
        >
          <Button
            size="small"
            disabled={busy}
            onClick={() => {
              setAsking(null);
              actions.insertRates(asking, true);
            }}
          >
            Replace Flex Rates
          </Button>
          <Button size="small" appearance="subtle" onClick={() => setAsking(null)}>
            Keep mine
          </Button>
        </Notice>
      )}
    </Disclosure>
  );
}
