import { Button, makeStyles } from '@fluentui/react-components';
import { blockerOf } from '../command/readiness';
import { PrimaryAction } from '../frame/primary-action';
import { cardName } from '../frame/words';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({ second: { width: '100%', minHeight: '36px' } });

/** What comes next once the usage is read: the card that fits it, or the first command. */
export function DataAction(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { inspection, readFailure, inserting } = state;
  if (readFailure !== null) return <PrimaryAction label="Read again" onPress={actions.readAgain} />;
  if (state.sources.length === 0) {
    return (
      <PrimaryAction
        label="Insert sample data"
        blocker={inserting === null ? null : 'Inserting.'}
        note="Writes a new sheet Usage."
        onPress={actions.insertSample}
      />
    );
  }
  const goOn = (): void => actions.pickStep('segment');
  const better = inspection === null || inspection.cardFits ? null : inspection.suggestedCard;
  if (better !== null) {
    const name = cardName(better);
    return (
      <>
        <PrimaryAction
          label={`Use the ${name}`}
          onPress={() => actions.changeSettings({ card: better }, `Now using the ${name}.`)}
        />
        <Button className={styles.second} onClick={goOn}>
          Go to Segment
        </Button>
      </>
    );
  }
  const blocker = inspection === null ? (blockerOf(state, 'segment')?.text ?? null) : null;
  return <PrimaryAction label="Go to Segment" blocker={blocker} onPress={goOn} />;
}
