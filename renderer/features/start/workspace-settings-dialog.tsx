import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { fiscalYearMonths } from '@shared/kernel/month';
import { codeKey } from '@shared/messages/message-key';
import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import { type SettingsRefusal, changeSettings } from '@renderer/data/settings';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useSettings } from '@renderer/parts/use-settings';
import { useWorkspace } from '@renderer/parts/workspace-context';
import styles from './start-page.module.css';

/** What was said at set-up and may be said differently later: whose workspace it is, who signs, when the fiscal year starts. */
export function WorkspaceSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useMessages();
  const settings = useSettings();
  return (
    <Modal opened onClose={onClose} title={t('start.settings')} size={440} closeButtonProps={{ 'aria-label': t('start.cancel') }}>
      {settings && <SettingsForm settings={settings} onClose={onClose} />}
    </Modal>
  );
}

/** The months of a calendar year, to take their names from. */
const MONTHS = fiscalYearMonths(2000, 1);

function SettingsForm({ settings, onClose }: { readonly settings: WorkspaceSettings; readonly onClose: () => void }) {
  const { t } = useMessages();
  const { monthName, fullDay } = useFormats();
  const workspace = useWorkspace();
  const isFixed = useLiveQuery(async () => (await workspace.db.plans.toArray()).some((plan) => plan.committedVersion > 0), [workspace]) ?? true;
  const [organisation, setOrganisation] = useState(settings.organisation);
  const [actor, setActor] = useState(settings.actor);
  const [startMonth, setStartMonth] = useState(settings.fiscalYearStartMonth);
  const [refused, setRefused] = useState<SettingsRefusal | null>(null);
  const missing = (text: string, field: string) => (text.trim() === '' ? t('start.required', { field }) : null);
  const complete = organisation.trim() !== '' && actor.trim() !== '';
  const save = async () => {
    if (!complete) return;
    const answer = await changeSettings(workspace, { organisation: organisation.trim(), actor: actor.trim(), fiscalYearStartMonth: startMonth });
    if (answer.ok) onClose();
    else setRefused(answer.error);
  };
  return (
    <form
      className={styles['settings']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput data-autofocus label={t('start.organisation')} description={t('start.organisationRoot')} value={organisation} maxLength={200} error={missing(organisation, t('start.organisation'))} onChange={(event) => setOrganisation(event.currentTarget.value)} />
      <TextInput label={t('start.actor')} description={t('start.actorLater')} value={actor} maxLength={200} error={missing(actor, t('start.actor'))} onChange={(event) => setActor(event.currentTarget.value)} />
      <Select
        label={t('start.fiscalStart')}
        description={t(isFixed ? 'start.fiscalFixed' : 'start.fiscalHint')}
        data={MONTHS.map((month, index) => ({ value: String(index + 1), label: monthName(month) }))}
        value={String(startMonth)}
        disabled={isFixed}
        onChange={(month) => month !== null && setStartMonth(Number(month))}
      />
      <dl className={styles['facts']}>
        <dt>{t('start.currency')}</dt><dd>{t('start.currencyCny')}</dd>
        {settings.fixedToday !== null && <><dt>{t('start.today')}</dt><dd>{t('start.todayFixed', { day: fullDay(settings.fixedToday) })}</dd></>}
      </dl>
      {refused !== null && <p className={styles['refused']} role="alert">{t(codeKey('refusals', refused))}</p>}
      <div className={styles['buttons']}>
        <Button onClick={onClose}>{t('start.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!complete}>{t('start.save')}</Button>
      </div>
    </form>
  );
}
