import { IconChartArrowsVertical } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { usePreferences } from './preferences';

/** The shell before its workspace is open: what index.html shows before React runs, line for line. */
export function ShellFrame() {
  const { t } = useMessages();
  const { preferences } = usePreferences();
  return (
    <div className="frame" data-folded={preferences.railFolded || undefined} aria-busy="true">
      <aside className="frame-rail">
        <div className="frame-brand">
          <span className="frame-mark"><IconChartArrowsVertical size={14} stroke={1.75} aria-hidden /></span>
          <span className="frame-word">{t('shell.product')}</span>
        </div>
      </aside>
      <div className="frame-bar" />
      <main className="frame-main" aria-label={t('shell.opening')} />
    </div>
  );
}
