import type { ReactNode } from 'react';
import styles from './scroll-box.module.css';

interface ScrollBoxProps {
  readonly label: string;
  readonly className?: string;
  /** What it holds is being worked out anew: greyed. */
  readonly stale?: boolean;
  readonly children: ReactNode;
}

/** Before Chrome 130 a scroller without a control in it is out of the keyboard's reach unless it can be focused itself. */
const scrolledByKeys = { tabIndex: 0 } as const;

/** A part of a panel that scrolls by itself, and by the keyboard: it can be focused. A group, since the panel is the landmark. */
export function ScrollBox({ label, className, stale = false, children }: ScrollBoxProps) {
  return (
    <div role="group" className={[styles['box'], className].join(' ')} aria-label={label} aria-busy={stale} data-stale={stale || undefined} {...scrolledByKeys}>
      {children}
    </div>
  );
}
