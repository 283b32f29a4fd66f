import { Link } from '@tanstack/react-router';
import { useMessages } from '@renderer/i18n/use-messages';
import { screens } from './routes';
import styles from './settings-menu.module.css';

/** The pages that are needed now and then: in the settings menu, not in the rail. */
export function PlaceLinks({ onGo }: { readonly onGo: () => void }) {
  const { t } = useMessages();
  return (
    <nav className={styles['places']} aria-label={t('shell.settings')}>
      {screens.filter(({ group }) => group === 'menu').map(({ path, label, icon: IconShown }) => (
        <Link key={path} to={path} className={styles['place']} onClick={onGo}>
          <IconShown size={14} stroke={1.75} aria-hidden />
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
