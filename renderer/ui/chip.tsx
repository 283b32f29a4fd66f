import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'quiet' | 'ahead' | 'ontrack' | 'risk' | 'behind';

/** A short state in a tinted box, 20 px high; give it an icon (12 px, stroke 2.25) where the tone says something. */
export function Chip({ tone = 'quiet', outline = false, icon, children }: { readonly tone?: Tone; readonly outline?: boolean; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={styles['chip']} data-tone={tone} data-outline={outline || undefined}>
      {icon}
      {children}
    </span>
  );
}
