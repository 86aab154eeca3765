import { PrimaryAction } from '../frame/primary-action';
import { usePaneContext } from '../pane/context';

/** The step's primary action: a look, which changes nothing. */
export function ShareAction(): JSX.Element {
  const { state, actions } = usePaneContext();
  return (
    <PrimaryAction
      label={state.share.inspection === null ? 'Check the workbook' : 'Check again'}
      note="Reads every sheet and changes nothing."
      onPress={actions.lookAtShare}
    />
  );
}
