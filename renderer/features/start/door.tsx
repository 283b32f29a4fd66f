import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './start-page.module.css';

interface DoorProps {
  readonly id: string;
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Beside the icon. */
  readonly mark?: ReactNode;
  /** The button, and what it needs to know. */
  readonly children: ReactNode;
}

/** One way into the program: what it is, what it does, and the button at the same height as the others'. */
export function Door({ id, icon: IconShown, title, text, mark, children }: DoorProps) {
  return (
    <section className={styles['door']} aria-labelledby={id}>
      <div className={styles['sign']}><IconShown size={32} stroke={1.5} aria-hidden />{mark}</div>
      <div className={styles['text']}>
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
      </div>
      <div className={styles['way']}>{children}</div>
    </section>
  );
}
