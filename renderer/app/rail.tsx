import { ActionIcon } from '@mantine/core';
import { IconChartArrowsVertical, IconDeviceDesktop, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useHome } from '@renderer/features/home/home-context';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useSettings } from '@renderer/parts/use-settings';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { Chip } from '@renderer/ui/chip';
import { usePreferences } from './preferences';
import styles from './rail.module.css';
import { type Screen, screens } from './routes';
import { SettingsMenu } from './settings-menu';
import { useAppVersion } from './app-version';

/** The menu: one entry for each noun that works. Folds to icons below 1360 px, or by its button. */
export function Rail() {
  const { t } = useMessages();
  const { preferences, change } = usePreferences();
  const info = useWorkspaceInfo();
  const settings = useSettings();
  const appVersion = useAppVersion();
  const folded = preferences.railFolded;
  const FoldIcon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <aside className={`frame-rail ${styles['rail']}`} data-folded={folded || undefined}>
      <div className="frame-brand">
        <span className="frame-mark"><IconChartArrowsVertical size={14} stroke={1.75} aria-hidden /></span>
        <span className="frame-word">{t('shell.product')}</span>
      </div>
      <nav className={styles['nav']} aria-label={t('shell.railLabel')}>
        {groups.map((group) => (
          <ul key={group}>
            {screens.filter((screen) => screen.group === group).map((screen) => <Entry key={screen.path} screen={screen} />)}
          </ul>
        ))}
      </nav>
      <div className={styles['foot']}>
        <div className={styles['place']} title={`${info.name}\n${info.path}`}>
          <IconDeviceDesktop size={14} stroke={1.75} aria-hidden />
          <span className="frame-word">{settings?.organisation ?? info.name}</span>
          {info.sample && <Chip tone="ontrack">{t('shell.sampleMark')}</Chip>}
        </div>
        <div className={styles['tools']}>
          <span className="frame-word">{t('shell.workspaceHere')}</span>
          <SettingsMenu canClose appVersion={appVersion} />
          <ActionIcon className={styles['fold'] ?? ''} size={24} aria-label={t(folded ? 'shell.unfold' : 'shell.fold')} title={t(folded ? 'shell.unfold' : 'shell.fold')} onClick={() => change({ railFolded: !folded })}>
            <FoldIcon size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      </div>
    </aside>
  );
}

const groups: readonly Screen['group'][] = ['home', 'work', 'view', 'base'];

function Entry({ screen }: { readonly screen: Screen }) {
  const { t } = useMessages();
  const { icon: IconShown, path, label } = screen;
  const { number } = useFormats();
  const { needsMe } = useHome();
  const name = t(label);
  const count = screen.group === 'home' && needsMe !== null && needsMe > 0 ? needsMe : null;
  return (
    <li>
      <Link to={path} className={styles['entry']} title={name} aria-label={count === null ? name : t('home.needs', { name, count })} activeOptions={{ includeSearch: false }}>
        <IconShown size={16} stroke={1.75} aria-hidden />
        <span className="frame-word">{name}</span>
        {count !== null && <span className={styles['count']} aria-hidden>{number(count)}</span>}
      </Link>
    </li>
  );
}
