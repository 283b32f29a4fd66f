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
}

/** A figure that opens what it is made of: plain until hovered or focused; click or Enter opens. */
export function FigureButton({ children, name, onOpen, size = 'text', icon }: FigureButtonProps) {
  const { t } = useMessages();
  return (
    <button
      type="button"
      className={styles['figure']}
      data-size={size}
      aria-label={t('ui.openRows', { figure: name === undefined ? children : `${name} ${children}` })}
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
