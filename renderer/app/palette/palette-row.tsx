import { useEffect, useRef } from 'react';
import { soundFromWord } from '@shared/domain/search/match-marks';
import { StatusWord } from '@renderer/ui/status-word';
import { Keys } from './keys';
import { MarkedText } from './marked-text';
import type { PaletteRow as Row } from './palette-search';
import styles from './palette.module.css';

interface PaletteRowProps {
  readonly id: string;
  readonly row: Row;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onOpen: (inNewWindow: boolean) => void;
}

/** One thing to open: its name, how it sounds where that is what was typed, and what is worth knowing before opening it. */
export function PaletteRow({ id, row: { entry, marks, alias }, active, onPoint, onOpen }: PaletteRowProps) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) self.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { icon: IconShown, name, suffix, status, detail, shortcut } = entry;
  const beside = marks.sound.length > 0 ? soundFromWord(name, marks) : alias === null ? null : { text: alias.name.text, ranges: alias.marks.text };
  return (
    // The field keeps the focus; it says by aria-activedescendant which row is meant, and takes the keys.
    <div ref={self} id={id} role="option" tabIndex={-1} aria-selected={active} className={styles['row']} onMouseMove={active ? undefined : onPoint} onMouseDown={(event) => event.preventDefault()} onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}>
      <IconShown size={16} stroke={1.75} aria-hidden />
      <span className={styles['name']}><MarkedText text={name.text} ranges={marks.text} />{suffix}</span>
      {beside && <span className={styles['sound']}><MarkedText text={beside.text} ranges={beside.ranges} /></span>}
      <span className={styles['grow']} />
      {status !== null && <StatusWord status={status} />}
      {detail !== '' && <span className={styles['detail']}>{detail}</span>}
      {shortcut !== null && <Keys shortcut={shortcut} />}
      {active && shortcut === null && <span aria-hidden><Keys shortcut={['Enter']} /></span>}
    </div>
  );
}
