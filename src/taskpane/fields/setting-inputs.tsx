import type { SettingField } from './setting-field';
import { SettingInput } from './setting-input';

/** Settings one below the other. */
export function SettingInputs<Settings>(props: {
  readonly fields: readonly SettingField<Settings>[];
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}): JSX.Element {
  const { fields, settings, onChange } = props;
  return (
    <>
      {fields.map((field) => (
        <SettingInput key={field.id} field={field} settings={settings} onChange={onChange} />
      ))}
    </>
  );
}
