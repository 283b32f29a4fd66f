import { type ReactNode, useId } from 'react';
import { PaneHandle } from './pane-handle';
import { ScrollBody } from './scroll-body';
import styles from './panes.module.css';
import { usePaneWidth } from './use-pane-width';

/** Body of a work page: paper to the edges, panes side by side with one line between them. */
export function Panes({ children }: { readonly children: ReactNode }) {
  return <div className={styles['panes']}>{children}</div>;
}

interface PaneProps {
  readonly title?: ReactNode;
  /** Name for screen readers where the head is not plain text. */
  readonly label?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Width in px; without it the pane takes the room that is left. */
  readonly width?: number;
  /** Under this name its width can be changed and is remembered; the handle stands at `handle` (else at its end). */
  readonly name?: string;
  readonly handle?: 'start' | 'end';
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly onDesk?: boolean;
}

/** One pane: a head of 40 px, a body that scrolls by itself, a foot. */
export function Pane(props: PaneProps) {
  const { name, width } = props;
  return name === undefined || width === undefined ? <PaneBox {...props} /> : <WidePane {...props} name={name} own={width} />;
}

function WidePane({ name, own, handle = 'end', ...props }: PaneProps & { readonly name: string; readonly own: number }) {
  const width = usePaneWidth(name, own);
  const title = props.label ?? (typeof props.title === 'string' ? props.title : name);
  return width === null ? <PaneBox {...props} width={own} /> : <PaneBox {...props} width={width.width} edge={<PaneHandle title={title} width={width} side={handle} />} />;
}

function PaneBox({ title, label, note, actions, width, children, foot, edge, onDesk = false }: PaneProps & { readonly edge?: ReactNode }) {
  const id = useId();
  const head = title !== undefined || actions !== undefined;
  return (
    <section
      className={styles['pane']}
      data-grow={width === undefined || undefined}
      data-desk={onDesk || undefined}
      style={width === undefined ? undefined : { width }}
      {...(label === undefined ? { 'aria-labelledby': id } : { 'aria-label': label })}
    >
      {head && (
        <header className={styles['head']}>
          <h2 id={id} className={styles['title']}>{title}</h2>
          {note !== undefined && <span className={styles['note']}>{note}</span>}
          <span className={styles['grow']} />
          {actions}
        </header>
      )}
      <ScrollBody className={styles['body']}>{children}</ScrollBody>
      {foot !== undefined && <footer className={styles['foot']}>{foot}</footer>}
      {edge}
    </section>
  );
}
