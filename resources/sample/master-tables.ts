import { CAST, LEAVER, NEW_HIRE } from './cast';
import { decimalText } from './csv-text';
import type { SampleCustomer } from './customers';
import { PRODUCTS } from './products';
import { type SourceTable, goodRow, spoiled, withSpoiled } from './source-table';

/** Zoho CRM's export of Accounts: look-ups come as pairs of id and name. */
export function zohoAccounts(customers: readonly SampleCustomer[]): SourceTable {
  const headers = ['Record Id', 'Account Name', 'Account Owner.id', 'Account Owner', 'Account Type', 'Industry', 'Billing Address - City', 'Billing Address - State', 'Created Time'];
  const rows = customers.map(({ recordId, name, keeper, tier, industry, city, province }, at) => {
    const owner = keeper === LEAVER ? NEW_HIRE : keeper;
    return goodRow([recordId, name, `zcrm_5460110${CAST.findIndex((person) => person.name === owner) + 10}`, owner, tier, industry, city, province, `2024-${String((at % 9) + 1).padStart(2, '0')}-12 10:30:00`]);
  });
  const nameless = withSpoiled(rows, [(row) => spoiled(headers, row, 'required', { 'Record Id': 'zcrm_5460299001', 'Account Name': '' })]);
  return { name: 'Zoho_Accounts.csv', object: 'customers', moneyHeader: '', headers, rows: nameless };
}

export function productTable(): SourceTable {
  const headers = ['产品编码', '产品名称', '产品线', '计量单位', '目录价'];
  const rows = PRODUCTS.map(({ code, name, line, unit, priceUnits }) => goodRow([code, name, line, unit, decimalText(priceUnits)], priceUnits));
  const priceless = withSpoiled(rows, [(row) => spoiled(headers, row, 'number.malformed', { 产品编码: 'ZZ99', 产品名称: '定制工装', 目录价: '面议' }, null)]);
  return { name: '产品目录.csv', object: 'products', moneyHeader: '目录价', headers, rows: priceless };
}

/** People with one row for each team they were in; a move tells from which day. Who moved comes last, after both teams. */
export function peopleTable(): SourceTable {
  const headers = ['姓名', '工号', '职务', '团队', '直属上级', '入职日期', '离职日期', '生效日期'];
  const inOrder = [...CAST.filter(({ teams }) => teams.length === 1), ...CAST.filter(({ teams }) => teams.length > 1)];
  const rows = inOrder.flatMap((person) => person.teams.map(({ team, from }) => goodRow([person.name, person.code, person.title, team, person.manager, person.joinedOn, person.leftOn, from])));
  return { name: '人员名册.csv', object: 'people', moneyHeader: '', headers, rows };
}
