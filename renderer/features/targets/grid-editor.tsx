import { useEffect, useRef, useState } from 'react';
import type { Fen } from '@shared/kernel/fen';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { parseAmount } from './parse-amount';
import styles from './target-grid.module.css';

interface GridEditorProps {
  readonly label: string;
  /** What the editor opens with: the cell's exact value, or the first character typed over it. */
  readonly text: string;
  /** True where `text` already replaces the stored value (typed over). */
  readonly edited: boolean;
  readonly onKeep: (value: Fen | null) => void;
  readonly onDrop: () => void;
}

/** The field over a cell: Enter or leaving keeps what reads as an amount, Esc drops it. */
export function GridEditor({ label, text: initial, edited, onKeep, onDrop }: GridEditorProps) {
  const { t } = useMessages();
  const formats = useFormats();
  // What is being typed keeps the unit it was begun in.
  const [unit] = useState(formats.unit());
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const parsed = parseAmount(text, unit);
  const keep = () => {
    if (settled.current) return;
    settled.current = true;
    if (parsed.ok && (edited || text !== initial)) onKeep(parsed.value);
    else onDrop();
  };
  return (
    <input
      ref={field}
      className={styles['editor']}
      aria-label={label}
      aria-invalid={!parsed.ok || undefined}
      title={parsed.ok ? undefined : t('targets.editInvalid', { text, unit: formats.unitName(unit) })}
      value={text}
      inputMode="decimal"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          if (parsed.ok) keep();
        }
        if (event.key === 'Escape') {
          settled.current = true;
          onDrop();
        }
      }}
    />
  );
}
