import type { ReactNode } from 'react';
import type { Tone } from './chip';
import styles from './notice.module.css';

/** A sentence that must be read, in a tinted box; `behind` is announced at once. */
export function Notice({ tone, icon, children, action }: { readonly tone: Tone; readonly icon: ReactNode; readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={styles['notice']} data-tone={tone} role={tone === 'behind' ? 'alert' : 'status'}>
      {icon}
      <div className={styles['text']}>{children}</div>
      {action}
    </div>
  );
}
