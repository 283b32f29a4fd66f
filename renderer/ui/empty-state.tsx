import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  /** What is missing, in a few words. */
  readonly title: string;
  /** What to do next. */
  readonly children: ReactNode;
  /** The button that does it. */
  readonly action?: ReactNode;
}

/** Nothing to show yet: says what to do next and offers the button. */
export function EmptyState({ icon: IconShown, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <IconShown size={24} stroke={1.5} aria-hidden />
      <b>{title}</b>
      <p>{children}</p>
      {action}
    </div>
  );
}
