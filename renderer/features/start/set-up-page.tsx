import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { setUpWorkspace } from '@renderer/data/settings';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace, useWorkspaceInfo } from '@renderer/parts/workspace-context';
import styles from './start-page.module.css';

interface SetUpPageProps {
  /** Answered; the workspace opens as soon as that is written. */
  readonly onBegin: () => void;
}

/** A new workspace's first question: whose it is. Without an actor nothing can be written. */
export function SetUpPage({ onBegin }: SetUpPageProps) {
  const { t, language } = useMessages();
  const workspace = useWorkspace();
  const info = useWorkspaceInfo();
  const [organisation, setOrganisation] = useState(info.name);
  const [actor, setActor] = useState('');
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  if (fault !== null) throw fault;

  const missing = (text: string, field: string) => (tried && text.trim() === '' ? t('start.required', { field }) : null);
  const submit = () => {
    setTried(true);
    if (organisation.trim() === '' || actor.trim() === '') return;
    onBegin();
    setUpWorkspace(workspace, { organisation: organisation.trim(), actor: actor.trim(), currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: null, sample: false }, language).catch(setFault);
  };
  return (
    <main className={styles['page']}>
      <form
        className={styles['ask']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1>{t('start.whoTitle')}</h1>
        <p>{t('start.whoText')}</p>
        <TextInput label={t('start.organisation')} description={t('start.organisationHint')} value={organisation} maxLength={200} error={missing(organisation, t('start.organisation'))} onChange={(event) => setOrganisation(event.currentTarget.value)} />
        <TextInput label={t('start.actor')} description={t('start.actorHint')} value={actor} maxLength={200} ref={first} error={missing(actor, t('start.actor'))} onChange={(event) => setActor(event.currentTarget.value)} />
        <Button type="submit" variant="filled">{t('start.begin')}</Button>
      </form>
    </main>
  );
}
