import { type Day, isDay } from '@shared/kernel/day';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';

interface DayFieldProps {
  readonly label: string;
  readonly value: Day;
  readonly disabled?: boolean;
  readonly onChange: (value: Day) => void;
}

/** A day typed as YYYY-MM-DD, the same in every language: a date picker of the system's own would read 09/01 in one and 01/09 in another. */
export function DayField({ label, value, disabled = false, onChange }: DayFieldProps) {
  const { t } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={t('ui.dayPattern')}
      maxLength={10}
      disabled={disabled}
      value={typed ?? value}
      error={typed !== null && !isDay(typed)}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(isDay(text) ? null : text);
        if (isDay(text)) onChange(text);
      }}
      // What is no day is given up when the field is left: the day that stands is shown again.
      onBlur={() => setTyped(null)}
    />
  );
}
