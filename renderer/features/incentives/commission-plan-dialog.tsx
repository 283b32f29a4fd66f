import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CommissionPlan } from '@shared/records/commission-plan';
import { saveCommissionPlan } from '@renderer/data/commission-plans';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { type CommissionDraft, draftOf, parseDraft } from './commission-draft';
import styles from './incentives.module.css';

interface CommissionPlanDialogProps {
  readonly opened: boolean;
  readonly plan: CommissionPlan;
  readonly onClose: () => void;
}

/** Changes name, first month, mode and bands of the plan; a plan from another month is a new plan. */
export function CommissionPlanDialog({ opened, plan, onClose }: CommissionPlanDialogProps) {
  const { t } = useMessages();
  return (
    <Modal opened={opened} onClose={onClose} title={t('incentives.planDialog')} size={480} closeButtonProps={{ 'aria-label': t('incentives.close') }}>
      {opened && <PlanForm plan={plan} onClose={onClose} />}
    </Modal>
  );
}

function PlanForm({ plan, onClose }: Omit<CommissionPlanDialogProps, 'opened'>) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const [draft, setDraft] = useState<CommissionDraft>(() => draftOf(plan));
  const parsed = parseDraft(draft);
  const setBand = (index: number, fields: Partial<CommissionDraft['bands'][number]>) => setDraft({ ...draft, bands: draft.bands.map((band, at) => (at === index ? { ...band, ...fields } : band)) });
  const save = async () => {
    if (!parsed.ok) return;
    await saveCommissionPlan(workspace, { ...plan, ...parsed.value, id: `commission-${parsed.value.fromMonth}` });
    onClose();
  };
  return (
    <div className={styles['form']}>
      <TextInput label={t('incentives.planName')} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
      <TextInput label={t('incentives.fromMonth')} value={draft.fromMonth} onChange={(event) => setDraft({ ...draft, fromMonth: event.currentTarget.value })} />
      <SegmentedTabs label={t('incentives.mode')} value={draft.mode} options={[{ value: 'marginal', label: t('incentives.marginal') }, { value: 'wholeAmount', label: t('incentives.wholeAmount') }]} onChange={(mode) => setDraft({ ...draft, mode })} />
      {draft.bands.map((band, index) => (
        <div key={index} className={styles['bandRow']}>
          <TextInput label={t('incentives.bandFromYuan', { n: index + 1 })} value={band.fromYuan} disabled={index === 0} inputMode="decimal" onChange={(event) => setBand(index, { fromYuan: event.currentTarget.value })} />
          <TextInput label={t('incentives.bandRate', { n: index + 1 })} value={band.ratePercent} inputMode="decimal" onChange={(event) => setBand(index, { ratePercent: event.currentTarget.value })} />
          <ActionIcon disabled={index === 0} aria-label={t('incentives.removeBand', { n: index + 1 })} onClick={() => setDraft({ ...draft, bands: draft.bands.filter((_, at) => at !== index) })}>
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => setDraft({ ...draft, bands: [...draft.bands, { fromYuan: '', ratePercent: '' }] })}>{t('incentives.addBand')}</Button>
      {!parsed.ok && <p className={styles['error']} role="alert">{t(`incentives.${parsed.error}`)}</p>}
      <div className={styles['buttons']}>
        <Button onClick={onClose}>{t('incentives.cancel')}</Button>
        <Button variant="filled" disabled={!parsed.ok} onClick={() => void save()}>{t('incentives.save')}</Button>
      </div>
    </div>
  );
}
