import { eventNames } from '@shared/contracts/call-names';
import { fileIssueCodes, rowIssueCodes } from '@shared/contracts/import-run';
import { callFailureCodes, workbenchCalls } from '@shared/contracts/workbench-calls';
import type { SourceFile } from './source-files';

type Modules = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** Both languages: module → key → text. */
export interface Catalogue {
  readonly 'zh-CN': Modules;
  readonly en: Modules;
}

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
/** Chinese systems keep their names in English. */
const CHINESE_NAMES = /纷享销客|金蝶/g;
/** Latin words that Chinese text keeps: systems, formats, keys, units, words to type, and the marks of versions and quarters. */
const LATIN = new Set(
  ['Sales', 'Workbench', 'Zoho', 'Salesforce', 'HubSpot', 'CRM', 'ERP', 'KPI', 'CSV', 'csv', 'Excel', 'PDF', 'UTF-8', 'UTF-16', 'GB18030', 'ZIP', 'JSON', 'XLSX', 'XLS', 'XLSB', 'XML', 'DTD', 'SMWB', 'CNY', 'USD', 'Esc', 'Enter', 'Ctrl']
    .concat(['A4', 'kB', 'MB', 'GB', 's', 'v', 'R', 'Q1', 'Q2', 'Q3', 'Q4'])
    .concat(['import', 'figures', 'pack', 'sample', 'backup', 'restore', 'verify', 'workspace']),
);

const paramsOf = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => String(match[1])))].sort((a, b) => a.localeCompare(b)).join(', ');
const withoutParams = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, ' ');
const codeKey = (code: string) => code.replaceAll('.', '_');

/** What is wrong with the texts themselves, one line each; [] when both languages say the same things in their own words. */
export function messageFaults({ 'zh-CN': zh, en }: Catalogue): string[] {
  const modules = [...new Set([...Object.keys(zh), ...Object.keys(en)])];
  return modules.flatMap((module) => moduleFaults(zh[module] ?? {}, en[module] ?? {}).map((fault) => `${module}.${fault}`));
}

function moduleFaults(zh: Modules[string], en: Modules[string]): string[] {
  return [
    ...Object.keys(zh).flatMap((key) => (key in en ? [] : [`${key}: not in English`])),
    ...Object.entries(zh).flatMap(([key, text]) => chineseFaults(key, text)),
    ...Object.entries(en).flatMap(([key, text]) => englishFaults(key, text, zh, en)),
  ];
}

function chineseFaults(key: string, text: string): string[] {
  const foreign = (withoutParams(text).match(/[A-Za-z][A-Za-z0-9'’-]*/g) ?? []).filter((word) => !LATIN.has(word));
  return [...(text.trim() === '' ? [`${key}: empty in Chinese`] : []), ...(foreign.length > 0 ? [`${key}: not Chinese: ${foreign.join(' ')}`] : [])];
}

function englishFaults(key: string, text: string, zh: Modules[string], en: Modules[string]): string[] {
  const plural = key.endsWith('_one') ? key.slice(0, -'_one'.length) : null;
  const base = zh[plural ?? key];
  const faults: string[] = [];
  if (base === undefined) faults.push(`${key}: not in Chinese`);
  else if (paramsOf(base) !== paramsOf(text) && !(plural !== null && isSingularOf(text, base))) faults.push(`${key}: {{${paramsOf(text)}}} in English, {{${paramsOf(base)}}} in Chinese`);
  if (plural !== null && !(base ?? '').includes('{{count}}')) faults.push(`${key}: a singular of a text that counts nothing`);
  if (plural === null && /\{\{count\}\} [a-z]+s\b/.test(text) && !(`${key}_one` in en)) faults.push(`${key}: has no singular, «1 …s»`);
  if (text.trim() === '') faults.push(`${key}: empty in English`);
  if (CHINESE.test(text.replaceAll(CHINESE_NAMES, ''))) faults.push(`${key}: not English: ${text}`);
  return faults;
}

/** A singular may leave its count unsaid: «Text, always the same». */
const isSingularOf = (text: string, base: string) => paramsOf(`${text}{{count}}`) === paramsOf(base);

const REFUSAL = /'((?:targets|plan|settings|undo|journal|review|cycle|template|commission)\.[a-z][A-Za-z]+)'/g;
const CHANGE_LABEL = /\b(?:key|label): '([a-z]+(?:_[a-z]+)?)'|'((?:target|review|plan|cycle|template|commission|owner|import|settings)_[a-z]+)'/g;
/** Findings of checks that tests and the import report read by their code; no screen shows them as a refusal. */
const UNSHOWN = new Set(['targets.outsideMembership', 'targets.orphan']);

/** Codes and labels that the program can answer with but no message has words for, one line each. */
export function lostCodes({ 'zh-CN': zh }: Catalogue, sources: readonly SourceFile[]): string[] {
  const found = (pattern: RegExp, place: RegExp) =>
    sources.filter(({ path }) => place.test(path)).flatMap(({ path, text }) => [...text.matchAll(pattern)].map((match) => ({ path, code: String(match[1] ?? match[2]) })));
  const lost = (module: string, codes: readonly string[]) => codes.filter((code) => !(codeKey(code) in (zh[module] ?? {}))).map((code) => `${module}: no words for ${code}`);
  const known = new Set<string>([...Object.keys(workbenchCalls), ...eventNames, ...callFailureCodes, ...UNSHOWN]);
  const refusals = found(REFUSAL, /^(?:shared\/domain|renderer\/data)\//).map(({ code }) => code).filter((code) => !known.has(code));
  const labels = found(CHANGE_LABEL, /^renderer\/(?:data|ledger)\//).map(({ code }) => code);
  return [...new Set([
    ...lost('calls', callFailureCodes),
    ...lost('issues', [...rowIssueCodes, ...fileIssueCodes, ...fileIssueCodes.map((code) => `${code}.next`)]),
    ...lost('refusals', refusals),
    ...lost('changes', labels),
    ...(refusals.length === 0 || labels.length === 0 ? ['No refusal or no change label was found: the search itself is broken'] : []),
  ])];
}
