import { Button, Menu } from '@mantine/core';
import type { Figures } from '@shared/contracts/figures';
import type { RiskReason } from '@shared/contracts/home';
import { monthOfDay } from '@shared/kernel/day';
import type { BehindPerson } from '@shared/domain/home/people-at-risk';
import { riskDrill } from '@shared/domain/home/risk-drill';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import type { ActionStart } from './action-dialog';
import { RowMenu } from './row-menu';
import { useGo } from './use-go';
import styles from './home.module.css';

interface RiskNextProps {
  readonly figures: Figures;
  readonly person: BehindPerson;
  /** The heaviest reason; null = none known. */
  readonly reason: RiskReason | null;
  readonly onStartAction: (start: ActionStart) => void;
}

/** The step that the heaviest reason asks for, and in the menu the others. */
export function RiskNext({ figures, person: { node }, reason, onStartAction }: RiskNextProps) {
  const { t } = useMessages();
  const openDrill = useDrill();
  const go = useGo();
  const drill = reason && riskDrill(reason, node, figures);
  const steps = {
    deals: () => drill && openDrill(drill, [node.name, t('home.next_deals')].join(' · ')),
    action: () => onStartAction({ ownerId: node.personId, about: { kind: 'person', id: node.personId }, title: titleFor(reason) }),
    review: () => go({ to: '/reviews', search: { period: monthOfDay(figures.period.to), person: node.personId } }),
    targets: () => go({ to: '/targets', search: { scope: node.parentId ?? undefined } }),
  };
  const titleFor = (why: RiskReason | null) => (why?.code === 'customerFell' ? t('home.action_customer', { customer: why.customer }) : why?.code === 'newHire' ? t('home.action_newHire', { name: node.name }) : t('home.action_talk', { name: node.name }));
  const first = firstStep(reason);
  return (
    <span className={styles['next']}>
      <Button size="compact-xs" aria-label={t('home.nextOf', { step: t(`home.next_${first}`), name: node.name })} onClick={() => void steps[first]()}>{t(`home.next_${first}`)}</Button>
      <RowMenu name={node.name}>
        {(['action', 'review', 'targets'] as const).filter((step) => step !== first).map((step) => <Menu.Item key={step} onClick={steps[step]}>{t(`home.next_${step}`)}</Menu.Item>)}
      </RowMenu>
    </span>
  );
}

function firstStep(reason: RiskReason | null): 'deals' | 'action' | 'review' | 'targets' {
  switch (reason?.code) {
    case 'overdueDeals':
    case 'stalledDeals':
      return 'deals';
    case 'winRate':
      return 'review';
    case 'aboveBest':
      return 'targets';
    case 'customerFell':
    case 'noOrders':
    case 'newHire':
    case undefined:
      return 'action';
  }
}
