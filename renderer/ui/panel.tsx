import { type ReactNode, useId } from 'react';
import { ScrollBody } from './scroll-body';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Quiet text beside the title: what is counted, in which unit. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Space around the content; tables and lists go to the edges without it. */
  readonly padded?: boolean;
  readonly className?: string;
}

/** A block of an overview page: paper on the desk, a head, a body that scrolls by itself, a foot. */
export function Panel({ title, note, actions, children, foot, padded = false, className }: PanelProps) {
  const id = useId();
  return (
    <section className={[styles['panel'], className].join(' ')} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id} className={styles['title']}>{title}</h2>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        <span className={styles['grow']} />
        {actions}
      </header>
      <ScrollBody className={styles['body']} padded={padded}>{children}</ScrollBody>
      {foot !== undefined && <footer className={styles['foot']}>{foot}</footer>}
    </section>
  );
}
