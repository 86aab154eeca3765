import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { usePaneContext } from '../pane/context';
import { sourceKey } from './source-preference';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
});

/** Where usage is read from: the selection, a table or a sheet. */
export function SourcePicker(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const current = state.source === null ? '' : sourceKey(state.source);
  return (
    <div className={styles.row}>
      <Field label="Usage">
        <Select
          value={current}
          onChange={(_, data) => {
            const picked = state.sources.find((option) => sourceKey(option.choice) === data.value);
            if (picked !== undefined) actions.chooseSource(picked.choice);
          }}
        >
          {current === '' && <option value="">Choose</option>}
          {state.sources.map((option) => (
            <option key={sourceKey(option.choice)} value={sourceKey(option.choice)}>
              {option.label}
            </option>
          ))}
        </Select>
      </Field>
      {state.readFailure === null && (
        <Button icon={<ArrowSync16Regular />} disabled={state.reading !== null} onClick={actions.readAgain}>
          Read again
        </Button>
      )}
    </div>
  );
}
