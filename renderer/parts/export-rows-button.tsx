import type { Drill } from '@shared/contracts/drill';
import { codeKey } from '@shared/messages/message-key';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTableExport } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { drillCsv } from './drill-csv';
import { useTask } from './use-task';
import { useLedger } from './workspace-context';

/** Writes all rows of a drill to a CSV file of the user's choice. */
export function ExportRowsButton({ drill, className, disabled }: { readonly drill: Drill; readonly className: string | undefined; readonly disabled: boolean }) {
  const { t } = useMessages();
  const ledger = useLedger();
  const { running, run } = useTask();
  const exportRows = () =>
    run('export', async () => {
      const saved = await call('file.save', { suggestedName: t('drill.exportName'), bytes: await drillCsv(ledger, drill, t) });
      if (!saved.ok) notifications.show({ color: 'red', message: t('drill.exportFailed', { reason: t(codeKey('calls', saved.error.code)) }) });
      else if (saved.value.saved) notifications.show({ message: t('drill.exported') });
    });
  return (
    <Button {...(className === undefined ? {} : { className })} leftSection={<IconTableExport size={14} stroke={1.75} aria-hidden />} disabled={disabled} loading={running !== null} onClick={exportRows}>
      {t('drill.export')}
    </Button>
  );
}
