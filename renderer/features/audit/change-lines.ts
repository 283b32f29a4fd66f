import { day } from '@shared/kernel/day';
import { sameJson } from '@shared/kernel/same-json';
import { isYearMonth } from '@shared/kernel/month';
import type { RowChange } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';
import type { PlainMessageKey } from '@shared/messages/message-key';
import { audit } from '@shared/messages/zh-CN/audit';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';
import type { RowNames } from './row-names';

/** One field of a row as it was and as it is; null = the row was not there. */
export interface ChangeLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChangeWords {
  readonly t: Translate;
  readonly formats: Formats;
  readonly names: RowNames;
}

type Fields = Readonly<Record<string, unknown>>;
type Known = keyof typeof audit;
const knows = (key: string): key is Known => Object.hasOwn(audit, key);

/** A key that names something stored; unknown ones (a table or field of a later version) show as they are. */
function nameOfKey(t: Translate, kind: 'table' | 'field' | 'value', key: string): string {
  const found = `${kind}_${key}`;
  return knows(found) ? t(`audit.${found}` as PlainMessageKey) : key;
}

export const tableName = (t: Translate, table: string): string => nameOfKey(t, 'table', table);

/** Which row of which table a field points to. */
const references: Readonly<Record<string, RecordTable>> = { personId: 'people', unitId: 'orgUnits', parentId: 'orgUnits', planId: 'plans', templateId: 'scorecardTemplates', cycleId: 'reviewCycles' };
const instants: ReadonlySet<string> = new Set(['importedAt', 'undoneAt', 'createdAt', 'committedAt', 'openedAt']);
const days: ReadonlySet<string> = new Set(['joinedOn', 'leftOn', 'from', 'to', 'fixedToday']);
const months: ReadonlySet<string> = new Set(['month', 'fromMonth']);
/** Chosen from a list: their values have names. */
const chosen: ReadonlySet<string> = new Set(['kind', 'measure', 'base', 'mode', 'state', 'object']);

/**
 * What a change did to its row, field by field, as people read it. Fields that stayed equal (an import names them too) and,
 * of a row that came or went, fields that hold nothing are left out; [] when nothing is left.
 */
export function changeLines(change: RowChange, words: ChangeWords): ChangeLine[] {
  const { before, after } = change;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) => field !== 'id');
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    if (before && after && sameJson(was, is)) return [];
    if ((!before || !after) && isNothing(before ? was : is)) return [];
    const parts = partsOf(change, field, was, is, words);
    if (parts) return parts.filter((part) => part.before !== part.after);
    return [{ field: nameOfKey(words.t, 'field', field), before: before && valueText(field, was, words), after: after && valueText(field, is, words) }];
  });
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.every((each) => each === null || each === false));

/** Twelve months and the typed scores are told one by one; null for every other field. */
function partsOf({ table, id, before, after }: RowChange, field: string, was: unknown, is: unknown, words: ChangeWords): ChangeLine[] | null {
  const { t, formats, names } = words;
  const label = nameOfKey(t, 'field', field);
  const text = (row: Fields | null, value: unknown) => (row === null ? null : value === undefined ? t('audit.empty') : valueText(field === 'months' ? 'monthFen' : field, value, words));
  if (table === 'targetRows' && (field === 'months' || field === 'locks')) {
    const [old, now] = [listOf(was), listOf(is)];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => {
      const month = names.monthAt(id.slice(0, Math.max(0, id.indexOf('/'))), index);
      const at = month === null ? t('audit.nth', { count: index + 1 }) : formats.month(month);
      return { field: t('audit.monthOf', { field: label, month: at }), before: text(before, old[index]), after: text(after, now[index]) };
    });
  }
  if (table === 'reviews' && field === 'manual') {
    const [old, now] = [fieldsOf(was), fieldsOf(is)];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].map((kpi) => ({ field: t('audit.partOf', { field: label, part: names.kpiName(kpi) }), before: before && scoreText(old[kpi], words), after: after && scoreText(now[kpi], words) }));
  }
  return null;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

function scoreText(value: unknown, { t, formats }: ChangeWords): string {
  const { score, note } = fieldsOf(value);
  const parts = [typeof score === 'number' ? t('audit.score', { score: formats.number(score, Number.isInteger(score) ? 0 : 1) }) : '', typeof note === 'string' ? note : ''].filter((part) => part !== '');
  return parts.length === 0 ? t('audit.empty') : parts.join(' · ');
}

function valueText(field: string, value: unknown, words: ChangeWords): string {
  const { t, formats } = words;
  if (value === null || value === undefined || value === '') return t(field === 'personId' ? 'audit.nobody' : 'audit.empty');
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return numberText(field, value, words);
  if (typeof value === 'string') return plainText(field, value, words);
  if (field === 'bands') return listOf(value).map((band) => bandText(fieldsOf(band), words)).join('; ');
  if (field === 'signatures') return listOf(value).map((signature) => signatureText(fieldsOf(signature), words)).join('; ') || t('audit.empty');
  if (Array.isArray(value) && value.every((each): each is string => typeof each === 'string')) return value.map((each) => (isYearMonth(each) ? formats.month(each) : each)).join(', ') || t('audit.empty');
  return t('audit.items', { count: Array.isArray(value) ? value.length : Object.keys(fieldsOf(value)).length });
}

function numberText(field: string, value: number, { formats }: ChangeWords): string {
  if (field.endsWith('Fen')) return formats.money(value, 'yuan');
  if (field === 'bytes') return formats.bytes(value);
  if (field === 'fiscalYear') return String(value);
  return formats.number(value, Number.isInteger(value) ? 0 : 2);
}

function plainText(field: string, value: string, { t, formats, names }: ChangeWords): string {
  const table = references[field];
  if (table) return names.nameOf(table, value);
  if (field === 'nodeId') return names.nameOf('targetRows', value);
  if (chosen.has(field)) return nameOfKey(t, 'value', value);
  if (instants.has(field)) return formats.instant(value);
  if (days.has(field)) return formats.fullDay(day(value));
  if (months.has(field) && isYearMonth(value)) return formats.month(value);
  return value;
}

function bandText({ fromFen, rateMillionths }: Fields, { t, formats }: ChangeWords): string {
  return t('audit.band', { from: formats.money(Number(fromFen)), rate: formats.percent(Number(rateMillionths) / 1_000_000, 2) });
}

function signatureText({ revision, signedBy, signedAt }: Fields, { t, formats }: ChangeWords): string {
  return t('audit.signature', { count: Number(revision), name: String(signedBy), when: formats.instant(String(signedAt)) });
}
