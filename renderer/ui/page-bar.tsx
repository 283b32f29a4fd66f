import type { ReactNode } from 'react';
import styles from './page-bar.module.css';

interface PageBarProps {
  readonly title: string;
  /** After the title: tabs, pickers, a short line of text. */
  readonly children?: ReactNode;
  /** On the right; at most one filled button. */
  readonly actions?: ReactNode;
  /** Work screens (panes) have a paper bar with a line below; overview screens (panels) sit on the desk. */
  readonly lined?: boolean;
}

/** The 44 px bar that opens every page: its only h1. */
export function PageBar({ title, children, actions, lined = false }: PageBarProps) {
  return (
    <div className={styles['bar']} data-lined={lined || undefined}>
      <h1 className={styles['title']}>{title}</h1>
      {children}
      <span className={styles['grow']} />
      {actions}
    </div>
  );
}
