import { IconChartArrowsVertical } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { usePreferences } from './preferences';
import rail from './rail.module.css';
import shell from './shell.module.css';
import topBar from './top-bar.module.css';

/** The shell before its workspace is open: the same lines in the same places, so that nothing jumps. */
export function ShellFrame() {
  const { t } = useMessages();
  const { preferences } = usePreferences();
  const folded = preferences.railFolded || undefined;
  return (
    <div className={shell['shell']} data-folded={folded} aria-busy="true">
      <aside className={rail['rail']} data-folded={folded}>
        <div className={rail['brand']}>
          <span className={rail['mark']}><IconChartArrowsVertical size={14} stroke={1.75} aria-hidden /></span>
          <span className={rail['word']}>{t('shell.product')}</span>
        </div>
      </aside>
      <div className={topBar['bar']} />
      <main className={shell['main']} aria-label={t('shell.opening')} />
    </div>
  );
}
