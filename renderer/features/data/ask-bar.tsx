import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './question-bar.module.css';

interface AskBarProps {
  /** What the question is about: a column, a currency, the file. */
  readonly about: string;
  readonly title: string;
  readonly evidence: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

/** One question with its evidence and, to the right, its answers; it stays, answered, so that the answer can be seen and changed. */
export function AskBar({ about, title, evidence, disabled, children }: AskBarProps) {
  return (
    <fieldset className={styles['ask']} aria-label={about} disabled={disabled}>
      <IconHelpCircle size={16} stroke={1.75} aria-hidden />
      <div>
        <b>{title}</b>
        <p title={evidence}>{evidence}</p>
      </div>
      <span className={styles['grow']} />
      {children}
    </fieldset>
  );
}
