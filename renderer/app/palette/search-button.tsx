import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { Keys } from './keys';
import { usePalette } from './palette-provider';
import styles from './search-button.module.css';

/** Looks like a field, opens the palette. */
export function SearchButton() {
  const { t } = useMessages();
  const open = usePalette();
  return (
    <UnstyledButton className={styles['search']} aria-haspopup="dialog" aria-label={t('palette.open')} onClick={open}>
      <IconSearch size={14} stroke={1.75} aria-hidden />
      <span className={styles['text']}>{t('palette.open')}</span>
      <span className={styles['short']}>{t('palette.search')}</span>
      <span className={styles['keys']} aria-hidden><Keys shortcut={['Mod+K']} /></span>
    </UnstyledButton>
  );
}
