import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './pane-handle.module.css';
import type { PaneWidth } from './use-pane-width';

interface PaneHandleProps {
  /** The pane's own title. */
  readonly title: string;
  readonly width: PaneWidth;
  /** The edge of the pane it stands on: the other side has the room that is left. */
  readonly side: 'start' | 'end';
}

const STEP = 16;

/** The line between two panes: dragged, moved with the arrow keys, put back with a double click or Home. */
export function PaneHandle({ title, width, side }: PaneHandleProps) {
  const { t } = useMessages();
  const [dragged, setDragged] = useState(false);
  const from = useRef<{ x: number; width: number } | null>(null);
  const towards = side === 'end' ? 1 : -1;
  const at = (event: PointerEvent) => (from.current === null ? width.width : from.current.width + (event.clientX - from.current.x) * towards);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0;
    if (event.key === 'Home') width.keep(null);
    else if (by !== 0) width.keep(width.width + by * towards);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => {
    from.current = null;
    setDragged(false);
  };
  return (
    <div
      className={styles['handle']}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('ui.paneWidth', { title })}
      title={t('ui.paneWidthHint')}
      aria-valuenow={width.width}
      aria-valuemin={width.least}
      aria-valuemax={width.most}
      tabIndex={0}
      data-side={side}
      data-dragged={dragged || undefined}
      onKeyDown={onKeyDown}
      onDoubleClick={() => width.keep(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: width.width };
        setDragged(true);
      }}
      onPointerMove={(event) => from.current !== null && width.draw(at(event))}
      onPointerUp={(event) => {
        if (from.current !== null && event.clientX !== from.current.x) width.keep(at(event));
        end();
      }}
      onPointerCancel={() => {
        width.keep(from.current?.width ?? null);
        end();
      }}
    />
  );
}
