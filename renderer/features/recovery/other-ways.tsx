import { Button } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './recovery.module.css';

interface OtherWaysProps {
  readonly disabled: boolean;
  readonly onFile: () => void;
  readonly onRaw: () => void;
  readonly onOther: () => void;
  readonly onDiscard: () => void;
}

/** The ways besides a rebuild, from the harmless to the last one. */
export function OtherWays({ disabled, onFile, onRaw, onOther, onDiscard }: OtherWaysProps) {
  const { t } = useMessages();
  const ways = [
    [t('recovery.fromFile'), t('recovery.fromFileText'), onFile],
    [t('recovery.exportRaw'), t('recovery.exportRawText'), onRaw],
    [t('recovery.openOther'), t('recovery.openOtherText'), onOther],
    [t('recovery.discard'), t('recovery.discardText'), onDiscard],
  ] as const;
  return ways.map(([label, text, act]) => (
    <div key={label} className={styles['way']}>
      <p>{text}</p>
      <Button disabled={disabled} onClick={act}>{label}</Button>
    </div>
  ));
}
