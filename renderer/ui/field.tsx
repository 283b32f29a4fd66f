import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** Id of the control that the label names. */
  readonly htmlFor: string;
  readonly hint?: string;
  /** What is wrong, in plain words; shown under the control with an icon (give it `aria-describedby={`${id}-error`}`). */
  readonly error?: string | null;
  /** Label left of the control in a 60 px column instead of above it. */
  readonly inline?: boolean;
  readonly children: ReactNode;
}

/** A control with its label and message, for controls that are not Mantine inputs (those bring their own). */
export function Field({ label, htmlFor, hint, error, inline = false, children }: FieldProps) {
  return (
    <div className={styles['field']} data-inline={inline || undefined}>
      <label className={styles['label']} htmlFor={htmlFor}>{label}</label>
      {children}
      {hint !== undefined && !error && <span className={styles['hint']}>{hint}</span>}
      {error && (
        <span className={styles['error']} id={`${htmlFor}-error`} role="alert">
          <IconAlertCircle size={14} stroke={1.75} aria-hidden />
          {error}
        </span>
      )}
    </div>
  );
}
