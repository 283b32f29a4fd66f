import type { Explanation, FigureName, FormulaLine, Quantity } from '@shared/contracts/explanation';
import { quantityText } from '@renderer/i18n/quantity-text';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { FigureButton } from '@renderer/ui/figure-button';
import styles from './why-figure.module.css';

const SIGNS = { start: '', plus: '+', minus: '−', times: '×', over: '÷', atLeast: '≥', atMost: '≤', gives: '→' } as const;

interface FormulaTapeProps {
  readonly explanation: Explanation;
  readonly onOpen: (part: Explanation, title: string) => void;
}

/** A formula with its numbers, worked down line by line to the result; lines that are figures open in their turn. Amounts are exact, in yuan. */
export function FormulaTape({ explanation: { figure, lines, result }, onOpen }: FormulaTapeProps) {
  const { t } = useMessages();
  const text = useQuantityText();
  const nameText = useFigureName();
  return (
    <ul className={styles['tape']}>
      {lines.map((line, at) => {
        const name = nameText(line.name);
        const { part } = line;
        return (
          <li key={`${at}-${name}`}>
            <span className={styles['sign']}>{SIGNS[line.op]}</span>
            <span className={styles['label']}>{name}{line.product && <small>{productText(line.product, text)}</small>}</span>
            <span className={styles['value']}>{part ? <FigureButton name={name} hasRows={part.drill !== null} onOpen={() => onOpen(part, name)}>{text(line.value)}</FigureButton> : text(line.value)}</span>
          </li>
        );
      })}
      <li className={styles['result']}>
        <span className={styles['sign']}>=</span>
        <span className={styles['label']}>{t(`definitions.${figure}`)}</span>
        <span className={styles['value']}>{text(result)}</span>
      </li>
    </ul>
  );
}

const productText = ([a, b]: NonNullable<FormulaLine['product']>, text: (value: Quantity) => string): string => `${text(a)} × ${text(b)}`;

/** Head over a tape: amounts in it stand in yuan. */
export function useTapeTitle({ lines, result }: Explanation): string {
  const { t } = useMessages();
  const hasAmounts = [result, ...lines.map(({ value }) => value)].some(({ unit }) => unit === 'fen');
  return t(hasAmounts ? 'drill.formulaYuan' : 'drill.formula');
}

/** Writes numbers of a formula exactly: amounts in yuan to 1 分, rates to 0.01 %. */
export function useQuantityText(): (value: Quantity) => string {
  const { language } = useMessages();
  const { amount } = useFormats();
  return (value) => quantityText(value, language, (fen) => amount(fen, 'yuan'), 2);
}

/** Names what a figure or a line is: a definition, its period and threshold, or a proper name. */
export function useFigureName(): (name: FigureName) => string {
  const { t } = useMessages();
  const { period } = useFormats();
  const text = useQuantityText();
  return (name) => {
    const what = 'text' in name ? name.text : [t(`definitions.${name.key}`), name.period === undefined ? '' : period(name.period)].filter((word) => word !== '').join(' · ');
    return name.from === undefined ? what : `${what} ≥ ${text(name.from)}`;
  };
}
