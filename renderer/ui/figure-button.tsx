import type { ReactNode } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './figure-button.module.css';

interface FigureButtonProps {
  /** The figure as it is written. */
  readonly children: string;
  /** What the figure is, for screen readers: 「苏南 实际」. */
  readonly name?: string;
  readonly onOpen: () => void;
  readonly size?: 'text' | 'large';
  readonly icon?: ReactNode;
  /** What opens are imported rows; else only why it is what it is. */
  readonly hasRows?: boolean;
  /** Left out of the tabulator's way through a form; what it opens is reached from elsewhere too. */
  readonly skipsTab?: boolean;
}

/** A figure that opens what it is made of: plain until hovered or focused; click or Enter opens. */
export function FigureButton({ children, name, onOpen, size = 'text', icon, hasRows = true, skipsTab = false }: FigureButtonProps) {
  const { t } = useMessages();
  const figure = name === undefined ? children : `${name} ${children}`;
  return (
    <button
      type="button"
      className={styles['figure']}
      data-size={size}
      data-why
      {...(skipsTab ? { tabIndex: -1 } : {})}
      aria-label={hasRows ? t('ui.openRows', { figure }) : t('ui.openWhy', { figure })}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {icon}
      {children}
    </button>
  );
}
