import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readDecimalText, writeDecimalText } from './decimal-text';
import styles from './templates.module.css';

interface DecimalFieldProps {
  /** Shown above the field, or only told to screen readers. */
  readonly label: string;
  readonly labelHidden?: boolean;
  /** NaN = what stands in the field cannot be read. */
  readonly value: number | null;
  /** Decimal places between what is typed and what is stored: percent → fraction −2, percent → hundredths of a percent 2. */
  readonly shift?: number;
  readonly decimals?: number;
  readonly description?: string;
  readonly onValue: (value: number | null) => void;
}

/** A number being typed: what cannot be read stays in its field, marked. */
export function DecimalField({ label, labelHidden = false, value, shift = 0, decimals = 2, description, onValue }: DecimalFieldProps) {
  const [typed, setTyped] = useState<{ text: string; value: number | null } | null>(null);
  return (
    <TextInput
      className={styles['decimal'] ?? ''}
      {...(labelHidden ? { 'aria-label': label } : { label })}
      {...(description === undefined ? {} : { description })}
      value={typed && Object.is(typed.value, value) ? typed.text : writeDecimalText(value, shift)}
      inputMode="decimal"
      error={value === null || Number.isNaN(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readDecimalText(text, shift, decimals);
        setTyped({ text, value: read });
        onValue(read);
      }}
    />
  );
}
