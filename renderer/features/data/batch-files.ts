import { sourceMappingSchema } from '@shared/contracts/import-run';
import type { ImportBatch } from '@shared/records/import-batch';
import { codeKey } from '@shared/messages/message-key';
import { notifications } from '@mantine/notifications';
import type { Translate } from '@renderer/i18n/i18n';
import type { LedgerClient } from '@renderer/ledger/ledger-client';
import { call } from '@renderer/platform/workbench';
import { exportRejected } from './export-rejected';

/** Saves the kept source of a batch where the user says, byte for byte, under its own name. */
export async function saveBatchSource(t: Translate, { fileName, sourceHash }: ImportBatch): Promise<void> {
  const saved = await call('source.save', { sha256: sourceHash, suggestedName: fileName.slice(-200) });
  if (!saved.ok) notifications.show({ color: 'red', message: t('importFiles.sourceGone', { name: fileName, reason: t(codeKey('calls', saved.error.code)) }) });
  else if (saved.value.saved) notifications.show({ message: t('importFiles.sourceSaved', { name: fileName }) });
}

/** The rejected rows of a batch, from its kept source read by the mapping of then. */
export async function exportBatchRejected(t: Translate, ledger: LedgerClient, { fileName, sourceHash, mapping }: ImportBatch): Promise<void> {
  const kept = await call('source.open', { sha256: sourceHash });
  if (kept.ok) await exportRejected(t, ledger, kept.value, fileName, sourceMappingSchema.parse(mapping));
  else notifications.show({ color: 'red', message: t('importFiles.sourceGone', { name: fileName, reason: t(codeKey('calls', kept.error.code)) }) });
}
