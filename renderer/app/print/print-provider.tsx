import { notifications } from '@mantine/notifications';
import { type ReactNode, Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { localDayOf } from '@shared/kernel/day';
import { codeKey } from '@shared/messages/message-key';
import { type Formats, useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useFigures } from '@renderer/parts/use-figures';
import { useTask } from '@renderer/parts/use-task';
import { type PrintMode, PrintModeProvider } from '@renderer/ui/print-mode';
import { type Orientation, printedElement, titleOf } from './lay-out-page';
import './print-page.css';
import { type PrintTo, printPage } from './print-page';

/** Asked for now and then: its code waits. */
const PrintDialog = lazy(() => import('./print-dialog').then((module) => ({ default: module.PrintDialog })));

interface Asked {
  readonly title: string;
  readonly rows: number;
}

/** Prints the page that is on the screen, or the drawer over it: Ctrl/⌘ P asks how. Around everything that can be printed. */
export function PrintProvider({ children }: { readonly children: ReactNode }) {
  const { t, language } = useMessages();
  const { period, fullDay, time } = useFormats();
  const { figures } = useFigures();
  const { run } = useTask();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [printing, setPrinting] = useState(false);
  const [lists] = useState<PrintMode['lists']>(() => new Map());
  const ask = useCallback(() => {
    const printed = printedElement();
    if (printed === null || document.querySelector('[data-printing]') !== null) return;
    setAsked({ title: titleOf(printed), rows: Math.max(0, ...[...lists.values()].map(({ total }) => total)) });
  }, [lists]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // The commands' own keys have it where no dialog is open; a drawer is printed too.
      if (event.defaultPrevented || event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      ask();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [ask]);

  const place = figures === null ? '' : placeOf(figures.organisation, figures.scope.name, period(figures.period.key));
  const print = (to: PrintTo, orientation: Orientation) => {
    const title = asked?.title ?? '';
    setAsked(null);
    run('print', async () => {
      setPrinting(true);
      const marks = { title: title === '' ? t('shell.product') : title, place, printedAt: t('printing.printedAt', { when: writtenAt(Date.now(), fullDay, time) }), pageMark: t('printing.pageMark', { page: '{{page}}', pages: '{{pages}}' }), language };
      const answer = await printPage({ to, orientation, lists, marks }).finally(() => setPrinting(false));
      if (!answer.ok) notifications.show({ color: 'red', message: t('printing.failed', { reason: t(codeKey('calls', answer.error.code)) }) });
      else if (answer.value && to === 'file') notifications.show({ message: t('printing.saved') });
    });
  };
  const mode = useMemo<PrintMode>(() => ({ printing, lists, ask }), [printing, lists, ask]);
  return (
    <PrintModeProvider value={mode}>
      {children}
      {asked && <Suspense fallback={null}><PrintDialog title={asked.title} rows={asked.rows} place={place} onPrint={print} onClose={() => setAsked(null)} /></Suspense>}
      {printing && createPortal(<div data-print-cover role="status">{t('printing.preparing')}</div>, document.body)}
    </PrintModeProvider>
  );
}

const writtenAt = (now: number, fullDay: Formats['fullDay'], time: Formats['time']): string => `${fullDay(localDayOf(now))} ${time(new Date(now).toISOString())}`;

const placeOf = (organisation: string, scope: string, period: string): string => [organisation, ...(scope === organisation ? [] : [scope]), period].join(' · ');
