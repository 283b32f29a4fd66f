import type { KeepState } from '@shared/contracts/keep-calls';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { rememberedFailure } from '@renderer/parts/copy-failure';
import { KeepProgress } from '@renderer/parts/keep-progress';
import { Panel } from '@renderer/ui/panel';
import styles from './copies.module.css';

interface SidePanelsProps {
  readonly state: KeepState;
  readonly running: string | null;
  readonly onSecondPlace: (forget: boolean) => void;
  readonly onDrill: () => void;
}

/** What stands beside the list: the second place, the drill, the disk, and what a restore has replaced. */
export function SidePanels({ state, running, onSecondPlace, onDrill }: SidePanelsProps) {
  const busy = running !== null;
  return (
    <>
      <SecondPlace place={state.secondPlace} busy={busy} onSecondPlace={onSecondPlace} />
      <Drill drill={state.drill} possible={state.snapshots.some(({ fault }) => fault === null)} running={running} onDrill={onDrill} />
      <Disk state={state} />
      {state.replaced.length > 0 && <Replaced replaced={state.replaced} />}
    </>
  );
}

function Said({ tone, children }: { readonly tone: 'good' | 'warn' | 'bad'; readonly children: ReactNode }) {
  const Mark = tone === 'good' ? IconCircleCheck : IconAlertTriangle;
  return <span className={styles[tone]}><Mark size={14} stroke={1.75} aria-hidden /><span>{children}</span></span>;
}

function SecondPlace({ place, busy, onSecondPlace }: { readonly place: KeepState['secondPlace']; readonly busy: boolean; readonly onSecondPlace: (forget: boolean) => void }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  return (
    <Panel title={t('copies.second')} padded {...(place ? { note: t('copies.secondCopies', { count: place.copies }) } : {})}>
      <div className={styles['block']}>
        {place ? <b>{place.path}</b> : <Said tone="warn">{t('copies.secondNone')}</Said>}
        {place?.failure && <Said tone="bad">{t('copies.secondFailed', { reason: rememberedFailure(t, place.failure) })}</Said>}
        {place && <p className={styles['quiet']}>{place.lastCopyAt === null ? t('copies.secondNever') : t('copies.secondLast', { when: instant(place.lastCopyAt) })}</p>}
        <div className={styles['buttons']}>
          <Button disabled={busy} onClick={() => onSecondPlace(false)}>{place ? t('copies.secondChange') : t('copies.secondChoose')}</Button>
          {place && <Button variant="subtle" disabled={busy} onClick={() => onSecondPlace(true)}>{t('copies.secondForget')}</Button>}
        </div>
      </div>
    </Panel>
  );
}

function Drill({ drill, possible, running, onDrill }: { readonly drill: KeepState['drill']; readonly possible: boolean; readonly running: string | null; readonly onDrill: () => void }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  return (
    <Panel title={t('copies.drill')} padded>
      <div className={styles['block']}>
        {drill === null && <p className={styles['quiet']}>{t('copies.drillNever')}</p>}
        {drill?.ok === true && <Said tone="good">{t('copies.drillOk', { when: instant(drill.at) })}</Said>}
        {drill?.ok === false && <Said tone="bad">{t('copies.drillBad', { when: instant(drill.at), reason: rememberedFailure(t, drill.detail) })}</Said>}
        <p className={styles['quiet']}>{t('copies.drillText')}</p>
        {running === 'drill' ? <KeepProgress title={t('copies.drillRunning')} /> : <div className={styles['buttons']}><Button disabled={running !== null || !possible} onClick={onDrill}>{t('copies.drillRun')}</Button></div>}
      </div>
    </Panel>
  );
}

function Disk({ state: { freeBytes, lowDisk } }: { readonly state: KeepState }) {
  const { t } = useMessages();
  const { bytes } = useFormats();
  return (
    <Panel title={t('copies.disk')} padded>
      <div className={styles['block']}>
        <b>{t('copies.diskFree', { size: bytes(freeBytes) })}</b>
        <Said tone={lowDisk ? 'bad' : 'good'}>{lowDisk ? t('copies.diskLow') : t('copies.diskEnough')}</Said>
        {lowDisk && <p>{t('copies.diskLowText')}</p>}
      </div>
    </Panel>
  );
}

function Replaced({ replaced }: { readonly replaced: KeepState['replaced'] }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  return (
    <Panel title={t('copies.replaced')} padded>
      <div className={styles['block']}>
        <p className={styles['quiet']}>{t('copies.replacedText')}</p>
        <ul>
          {replaced.map(({ databaseName, replacedAt, removeAt }) => (
            <li key={databaseName + replacedAt} title={databaseName}><span>{t('copies.replacedAt', { when: instant(replacedAt) })}</span><span>{t('copies.removeAt', { when: instant(removeAt) })}</span></li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
