import type { ReactNode } from 'react';
import styles from './scroll-box.module.css';

interface ScrollBoxProps {
  readonly label: string;
  readonly className?: string;
  /** What it holds is being worked out anew: greyed. */
  readonly stale?: boolean;
  readonly children: ReactNode;
}

/** A part of a panel that scrolls by itself, and by the keyboard: it can be focused. */
export function ScrollBox({ label, className, stale = false, children }: ScrollBoxProps) {
  return (
    // oxlint would keep focus to controls; a scroller without one is out of the keyboard's reach before Chrome 130.
    <section className={[styles['box'], className].join(' ')} aria-label={label} aria-busy={stale} data-stale={stale || undefined} tabIndex={0}>
      {children}
    </section>
  );
}
