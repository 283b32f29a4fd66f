import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type ExchangeRate, exchangeRateSchema } from '@shared/records/source-rule';
import { setRates } from '@renderer/data/source-rules';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import type { SourceEntry } from './source-entries';
import styles from './sources-tab.module.css';

type Wrong = { readonly currency?: string; readonly rate?: string };

/** What one unit of each foreign currency of a source comes to. */
export function SourceRates({ source: { name, rule: { rates } } }: { readonly source: SourceEntry }) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const [currency, setCurrency] = useState('');
  const [rate, setRate] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const keep = (next: readonly ExchangeRate[]) => setRates(workspace, name, next);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const typed = { currency: currency.trim().toUpperCase(), rate: rate.trim() };
    const { shape } = exchangeRateSchema;
    const found: Wrong = {
      ...(shape.currency.safeParse(typed.currency).success ? {} : { currency: t('sources.rateCurrencyWrong') }),
      ...(rates.some((each) => each.currency === typed.currency) ? { currency: t('sources.rateCurrencyTwice', { currency: typed.currency }) } : {}),
      ...(shape.rate.safeParse(typed.rate).success ? {} : { rate: t('sources.rateWrong') }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    await keep([...rates, typed]);
    setCurrency('');
    setRate('');
  };
  return (
    <div className={styles['part']}>
      <h3>{t('sources.rates')}</h3>
      {rates.length === 0 ? <p className={styles['soft']}>{t('sources.ratesEmpty')}</p> : (
        <ul className={styles['rates']} aria-label={t('sources.rates')}>
          {rates.map((each) => (
            <li key={each.currency}>
              <span>{t('sources.rateValue', { currency: each.currency })}</span>
              <b>{each.rate}</b>
              <ActionIcon size={24} aria-label={t('sources.rateRemove', { currency: each.currency })} onClick={() => void keep(rates.filter(({ currency: other }) => other !== each.currency))}><IconTrash size={16} stroke={1.75} aria-hidden /></ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form className={styles['rate']} onSubmit={(event) => void add(event)}>
        <TextInput label={t('sources.rateCurrency')} value={currency} maxLength={3} error={wrong.currency} onChange={(event) => setCurrency(event.currentTarget.value)} />
        <TextInput label={t('sources.rateNew')} value={rate} maxLength={18} inputMode="decimal" error={wrong.rate} onChange={(event) => setRate(event.currentTarget.value)} />
        <Button type="submit" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}>{t('sources.rateAdd')}</Button>
      </form>
      <p className={styles['soft']}>{t('sources.ratesNote')}</p>
    </div>
  );
}
