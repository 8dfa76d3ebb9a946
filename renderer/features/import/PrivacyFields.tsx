import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import classes from './Choosing.module.css';
import { useImport } from './store.ts';

interface ChoiceProps {
  label: string;
  hint: string;
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}

function Choice({ label, hint, checked, disabled, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <Checkbox
        label={label}
        aria-describedby={id}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <p id={id} className={classes.choiceHint}>
        {hint}
      </p>
    </div>
  );
}

/** What is done with personal data on the way in. */
export function PrivacyFields({ disabled }: { disabled: boolean }) {
  const t = useText(importText);
  const { privacy, setPrivacy } = useImport();
  const replaces = privacy.personalData === 'placeholders';
  return (
    <fieldset className={classes.privacy}>
      <Choice
        label={t.placeholders}
        hint={t.placeholdersHint}
        checked={replaces}
        disabled={disabled}
        onChange={(checked) => setPrivacy({ personalData: checked ? 'placeholders' : 'keep' })}
      />
      <Choice
        label={t.names}
        hint={t.namesHint}
        checked={replaces && privacy.names}
        disabled={disabled || !replaces}
        onChange={(names) => setPrivacy({ names })}
      />
    </fieldset>
  );
}
