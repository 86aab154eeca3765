import { Field, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePaneContext } from '../pane/context';
import type { SettingField } from './setting-field';
import { isRunning } from '../pane/state';

/** One setting. What is typed counts when the field is left or Enter is pressed; a wrong text stays, with a sentence beside it. */
export function SettingInput<Settings>(props: {
  readonly field: SettingField<Settings>;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}): JSX.Element {
  const { state, actions } = usePaneContext();
  const { field, settings } = props;
  const kept = field.text(settings);
  const [typed, setTyped] = useState(kept);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    setTyped(kept);
    setProblem(null);
  }, [kept]);

  const { checkField } = actions;
  // A field that disappears (the card was folded) no longer holds up a run: its last valid value is in force.
  useEffect(() => () => checkField(field.id, true), [checkField, field.id]);

  const commit = (): void => {
    const checked = field.read(typed.trim());
    if ('problem' in checked) {
      setProblem(checked.problem);
      checkField(field.id, false);
      return;
    }
    setProblem(null);
    checkField(field.id, true);
    const next = { ...settings, ...checked.value };
    if (field.text(next) === kept) setTyped(kept);
    else props.onChange(checked.value);
  };

  return (
    <Field
      label={field.label}
      hint={field.hint}
      {...(problem === null ? {} : { validationState: 'error', validationMessage: problem })}
    >
      <Input
        value={typed}
        type={field.type ?? 'text'}
        disabled={isRunning(state)}
        {...(field.suffix === undefined ? {} : { contentAfter: field.suffix })}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </Field>
  );
}
