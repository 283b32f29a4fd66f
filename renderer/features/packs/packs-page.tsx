import { Button } from '@mantine/core';
import { IconFileTypePdf, IconFolder, IconReport } from '@tabler/icons-react';
import { useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import type { Language } from '@shared/messages/catalogue';
import { codeKey } from '@shared/messages/message-key';
import { notePackExport } from '@renderer/data/pack-exports';
import { formatPeriod } from '@renderer/i18n/formats';
import { translatorFor } from '@renderer/i18n/i18n';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { GoToDataButton } from '@renderer/parts/go-to-data-button';
import { useAsked } from '@renderer/parts/use-asked';
import { useFigures } from '@renderer/parts/use-figures';
import { usePersonReviews } from '@renderer/parts/use-person-reviews';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';
import { EmptyState } from '@renderer/ui/empty-state';
import { PageBar } from '@renderer/ui/page-bar';
import { Panel } from '@renderer/ui/panel';
import { PanelPage } from '@renderer/ui/panel-page';
import { ProgressFoot } from '@renderer/ui/progress-foot';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { PackContents } from './pack-contents';
import { PackHistory } from './pack-history';
import { type PackExport, usePackExport } from './use-pack-export';
import styles from './packs.module.css';

/** The review pack of the period and scope: what it will hold, its state, and the way to paper. */
export function PacksPage() {
  const { t } = useMessages();
  const { figures } = useFigures();
  const empty = figures !== null && figures.data.firstMonth === null && figures.counts.opportunities === 0;
  return (
    <>
      <PageBar title={t('packs.title')} />
      {empty && (
        <EmptyState
          icon={IconReport}
          title={t('packs.noData')}
          action={<GoToDataButton>{t('packs.importData')}</GoToDataButton>}
        >
          {t('packs.noDataNext')}
        </EmptyState>
      )}
      {figures !== null && !empty && <ReviewPackExport figures={figures} />}
    </>
  );
}

function ReviewPackExport({ figures }: { readonly figures: Figures }) {
  const { t, language: shown } = useMessages();
  const { period } = useFormats();
  const ledger = useLedger();
  const [language, setLanguage] = useState<Language>(shown);
  const monthly = figures.period.kind === 'month';
  const { reviews, failure } = usePersonReviews(monthly ? figures.period.key : null, figures.scope.nodeId);
  const workspace = useWorkspace();
  const { state, start, cancel, reveal } = usePackExport((pack, { path, pages }) =>
    notePackExport(workspace, {
      period: pack.figures.period.key,
      scopeId: pack.figures.scope.nodeId,
      scopeName: pack.figures.scope.name,
      fileName: path.split(/[\\/]/).at(-1) ?? path,
      pages,
      drafts: pack.people.filter(({ signed }) => signed === null).length,
      language: pack.language,
    }),
  );
  const name = (inLanguage: Language) => translatorFor(inLanguage)('packs.packTitle', { scope: figures.scope.name, period: formatPeriod(figures.period.key, inLanguage) });
  const busy = state.kind === 'preparing' || state.kind === 'running';
  const gather = async () => {
    const info = await call('app.info', {});
    const answer = await ledger.pack({ period: figures.period.key, scope: figures.scope.nodeId, language, appVersion: info.ok ? info.value.appVersion : '' });
    return answer.ok ? answer.value : null;
  };
  const write = () => void start(gather, name(language));
  useAsked('exportPack', busy ? null : write);
  // Until everybody's state is known nothing is said about it.
  if (monthly && reviews === null && failure === null) return null;
  return (
    <>
      <PanelPage columns="minmax(0, 720px)">
        <Panel className={styles['pack'] ?? ''} title={t('packs.packTitle', { scope: figures.scope.name, period: period(figures.period.key) })} padded>
          <PackContents figures={figures} reviews={monthly ? reviews : null} />
          <div className={styles['actions']}>
            <span>{t('packs.language')}</span>
            <SegmentedTabs label={t('packs.language')} value={language} options={LANGUAGES.map((value) => ({ value, label: t(`packs.language_${value === 'en' ? 'en' : 'zh'}`) }))} onChange={setLanguage} />
            <span className={styles['grow']} />
            <Button variant="filled" disabled={busy} leftSection={<IconFileTypePdf size={14} stroke={1.75} aria-hidden />} onClick={write}>{t('packs.export')}</Button>
          </div>
          <Outcome state={state} onReveal={reveal} />
        </Panel>
        <PackHistory />
      </PanelPage>
      {busy && <Running state={state} onCancel={cancel} />}
    </>
  );
}

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const STAGES = ['drawing', 'printing', 'numbering', 'writing'] as const;

function Running({ state, onCancel }: { readonly state: PackExport; readonly onCancel: () => void }) {
  const { t } = useMessages();
  const progress = state.kind === 'running' ? state.progress : null;
  const stage = progress === null ? 0 : STAGES.indexOf(progress.stage);
  return (
    <ProgressFoot
      title={progress === null ? t('packs.preparing') : t(`packs.${progress.stage}`)}
      done={stage + 1}
      total={STAGES.length}
      counts={t('packs.pages', { done: stage + 1, total: STAGES.length })}
      secondsLeft={null}
      cancelLabel={t('packs.cancel')}
      onCancel={onCancel}
    />
  );
}

function Outcome({ state, onReveal }: { readonly state: PackExport; readonly onReveal: (jobId: string) => void }) {
  const { t } = useMessages();
  const { number, bytes } = useFormats();
  if (state.kind === 'done') {
    return (
      <p className={styles['outcome']} role="status">
        {t('packs.done', { pages: number(state.pages), size: bytes(state.bytes) })}
        <Button leftSection={<IconFolder size={14} stroke={1.75} aria-hidden />} onClick={() => onReveal(state.jobId)}>{t('packs.reveal')}</Button>
      </p>
    );
  }
  if (state.kind === 'cancelled') return <p className={styles['outcome']} role="status">{t('packs.cancelled')}</p>;
  if (state.kind === 'failed') {
    const { code, detail } = state.failure;
    return <p className={styles['outcome']} data-bad role="alert">{code === 'pack.overflow' ? t('packs.failed_overflow', { detail }) : `${t('packs.failed')} · ${t(codeKey('calls', code))}`}</p>;
  }
  return null;
}
