import { Button, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { Door } from './door';
import styles from './start-page.module.css';

interface OwnDataDoorProps {
  readonly busy: boolean;
  readonly onCreate: (organisation: string) => void;
}

/** The door for one's own files: names the workspace; who you are is asked once it is there. */
export function OwnDataDoor({ busy, onCreate }: OwnDataDoorProps) {
  const { t } = useMessages();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const given = name.trim();
  return (
    <Door id="own-door" icon={IconFileSpreadsheet} title={t('start.ownTitle')} text={t('start.ownText')}>
      <form
        className={styles['create']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (given !== '') onCreate(given);
        }}
      >
        <TextInput
          aria-label={t('start.organisation')}
          placeholder={t('start.organisationHint')}
          value={name}
          maxLength={100}
          error={tried && given === '' ? t('start.required', { field: t('start.organisation') }) : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={busy}>{t('start.create')}</Button>
      </form>
    </Door>
  );
}
