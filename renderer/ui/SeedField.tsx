import { ActionIcon, TextInput } from '@mantine/core';
import { useText } from '../catalogue/area.ts';
import { controlsText } from '../catalogue/controls.ts';
import { Dice } from './icons.tsx';

interface SeedFieldProps {
  value: string;
  onChange: (seed: string) => void;
  error?: string | undefined;
  /** What the same seed gives again. */
  description?: string;
}

/** A fresh seed of six digits: short enough to be read out. */
export const freshSeed = (): string => {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(100_000 + (word % 900_000));
};

/** A seed, with a die that throws a new one. */
export function SeedField({ value, onChange, error, description }: SeedFieldProps) {
  const t = useText(controlsText);
  return (
    <TextInput
      label={t.seed}
      description={description}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        <ActionIcon variant="subtle" aria-label={t.newSeed} onClick={() => onChange(freshSeed())}>
          <Dice />
        </ActionIcon>
      }
    />
  );
}
