import type { Explanation } from '@shared/contracts/explanation';
import { type ReactNode, useEffect, useRef } from 'react';
import { quantityText } from '@renderer/i18n/quantity-text';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { FormulaTape, useFigureName, useQuantityText, useTapeTitle } from './formula-tape';
import { LevelAbove } from './level-above';
import { PlanVersion } from './plan-version';
import styles from './why-figure.module.css';

interface WhyFigureProps {
  readonly explanation: Explanation;
  readonly title: string;
  /** It has taken the place of what the keyboard stood on. */
  readonly takesFocus: boolean;
  readonly onOpen: (part: Explanation, title: string) => void;
}

/** Why this number: the figure, its formula in words and with its numbers, the level above, and the plan version. */
export function WhyFigure({ explanation, title, takesFocus, onOpen }: WhyFigureProps) {
  const { t, language } = useMessages();
  const { money, period } = useFormats();
  const exact = useQuantityText();
  const nameText = useFigureName();
  const tapeTitle = useTapeTitle(explanation);
  const { figure, of, result, lines, above, plan, drill } = explanation;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [takesFocus]);
  return (
    <section ref={place} className={styles['why']} data-alone={drill === null || undefined} aria-label={t('drill.why', { name: title })} {...{ tabIndex: 0 }}>
      <div className={styles['what']}>
        <h3>{[t('drill.whyTitle'), nameText(of.name), period(of.period)].join(' · ')}</h3>
        <p className={styles['big']} data-figure={figure} data-value={result.value ?? ''}>{quantityText(result, language, money)}</p>
        {result.unit === 'fen' && result.value !== null && <p className={styles['exact']}>{exact(result)} {t('ui.yuan')}</p>}
        <p className={styles['how']}><b>{t(`definitions.${figure}`)}</b> = {t(`definitions.${figure}How`)}</p>
        {!drill && <p className={styles['exact']}>{t('drill.noRows')}</p>}
      </div>
      {lines.length > 0 && <Block title={tapeTitle}><FormulaTape explanation={explanation} onOpen={onOpen} /></Block>}
      {(above !== null || plan !== null) && (
        <div className={styles['around']}>
          {above && (
            <Block title={t('drill.level')}><LevelAbove above={above} /></Block>
          )}
          {plan && <Block title={t('drill.planVersion')}><PlanVersion plan={plan} /></Block>}
        </div>
      )}
    </section>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['block']}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
