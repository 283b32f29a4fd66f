import { useMessages } from '@renderer/i18n/use-messages';
import { HistoryButtons } from './history-buttons';
import { SearchButton } from './palette/search-button';
import { PeriodStepper } from './period-stepper';
import { PrintButton } from './print/print-button';
import { SaveIndicator } from './save-indicator';
import { ScopePicker } from './scope-picker';
import styles from './top-bar.module.css';
import { UndoButtons } from './undo-buttons';

/** Where you are and what was last done: on every page, always in the same place. */
export function TopBar() {
  const { t } = useMessages();
  return (
    <section className="frame-bar" aria-label={t('shell.topBar')}>
      <div className={styles['side']}>
        <HistoryButtons />
        <PeriodStepper />
        <ScopePicker />
      </div>
      <SearchButton />
      <div className={styles['side']}>
        <PrintButton />
        <UndoButtons />
        <span className={styles['separator']} />
        <SaveIndicator />
      </div>
    </section>
  );
}
