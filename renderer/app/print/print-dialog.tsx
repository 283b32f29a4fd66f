import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconDeviceFloppy, IconEye, IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import type { Orientation } from './lay-out-page';
import styles from './print-dialog.module.css';
import type { PrintTo } from './print-page';

/** A printed list of more rows is a stack of paper: it is exported instead. */
const MOST_ROWS = 5_000;

interface PrintDialogProps {
  /** What is printed. */
  readonly title: string;
  readonly place: string;
  /** Rows of its longest list; 0 = none. */
  readonly rows: number;
  readonly onPrint: (to: PrintTo, orientation: Orientation) => void;
  readonly onClose: () => void;
}

/** How to print what is on the screen: which way round, and where to. */
export function PrintDialog({ title, place, rows, onPrint, onClose }: PrintDialogProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const [orientation, setOrientation] = useState<Orientation>('auto');
  const tooLong = rows > MOST_ROWS;
  const print = (to: PrintTo) => onPrint(to, orientation);
  return (
    <Modal opened onClose={onClose} title={t('printing.title', { title })} size={520} centered closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <dl className={styles['facts']}>
        <dt>{t('printing.head')}</dt><dd>{[title, place].filter((part) => part !== '').join(' · ')}</dd>
        <dt>{t('printing.paper')}</dt>
        <dd>
          <SegmentedControl<Orientation>
            aria-label={t('printing.paper')}
            value={orientation}
            data={[{ value: 'auto', label: t('printing.auto') }, { value: 'portrait', label: t('printing.portrait') }, { value: 'landscape', label: t('printing.landscape') }]}
            onChange={setOrientation}
          />
        </dd>
      </dl>
      {tooLong && <p className={styles['note']} role="alert"><IconInfoCircle size={14} stroke={1.75} aria-hidden />{t('printing.tooLong', { count: rows, most: number(MOST_ROWS) })}</p>}
      <div className={styles['actions']}>
        <Button disabled={tooLong} leftSection={<IconPrinter size={14} stroke={1.75} aria-hidden />} onClick={() => print('printer')}>{t('printing.toPrinter')}</Button>
        <Button disabled={tooLong} leftSection={<IconEye size={14} stroke={1.75} aria-hidden />} onClick={() => print('preview')}>{t('printing.preview')}</Button>
        <Button data-autofocus variant="filled" disabled={tooLong} leftSection={<IconDeviceFloppy size={14} stroke={1.75} aria-hidden />} onClick={() => print('file')}>{t('printing.toFile')}</Button>
      </div>
    </Modal>
  );
}
