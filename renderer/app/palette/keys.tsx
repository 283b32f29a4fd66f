import { useMessages } from '@renderer/i18n/use-messages';
import styles from './keys.module.css';
import { type Shortcut, chordKeys, isMac } from './shortcut';

/** The keys of one shortcut, as they are written on the keyboard. */
export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  const { t } = useMessages();
  return (
    <span className={styles['keys']}>
      {shortcut.map((chord, at) => (
        <span key={chord} className={styles['chord']}>
          {at > 0 && <span className={styles['between']}>{t('palette.keyThen')}</span>}
          {chordKeys(chord, isMac()).map((key) => <kbd key={key}>{key === 'Space' ? t('palette.keySpace') : key}</kbd>)}
        </span>
      ))}
    </span>
  );
}
