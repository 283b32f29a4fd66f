import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPreset } from '@shared/domain/imports/check-preset';
import { importFields } from '@shared/domain/imports/import-fields';
import { PLAIN_SOURCE, importPresets } from '@shared/domain/imports/import-presets';
import { presetLines } from '@shared/domain/imports/edit-preset';
import { recogniseSource } from '@shared/domain/imports/recognise-source';
import { outcomeOfWords } from '@shared/domain/imports/stage-outcome';
import type { ImportObject } from '@shared/records/import-object';
import { plainHeaders, systemHeaders } from '../../builders/system-headers';

const read = (headers: readonly string[], as: ImportObject | null = null) => recogniseSource(headers, as, importPresets);
const fieldsOf = (headers: readonly string[]) => Object.fromEntries(headers.map((header, at) => [header, read(headers)?.columns[at]?.field ?? null]));

describe('the built-in presets', () => {
  test.each(importPresets.map((preset) => [preset.name, preset] as const))('%s can be used: every field exists, every required one is reached, no header stands twice', (_, preset) => {
    expect(checkPreset(preset, importPresets.map(({ name }) => name))).toEqual([]);
    for (const [object, shape] of Object.entries(preset.objects)) {
      const fields = new Set<string>(importFields[object as ImportObject].map(({ field }) => field));
      expect(presetLines(shape).flatMap(({ field }) => (field === null || fields.has(field) ? [] : [field]))).toEqual([]);
      // What signs a file is a header that the preset also explains.
      const headers = new Set(presetLines(shape).map(({ header }) => header));
      expect(shape.signature.flatMap((choices) => choices.split('|')).filter((choice) => !headers.has(choice))).toEqual([]);
    }
  });

  test.each(systemHeaders.map((each) => [each.system, each.object, each.headers] as const))('%s %s are recognised by their header, every column explained', (system, object, headers) => {
    const found = read(headers)!;
    expect([found.source, found.object, found.missing, found.matched]).toEqual([system, object, [], headers.length]);
    expect(headers.filter((_, at) => found.columns[at]!.reason !== 'preset')).toEqual([]);
  });

  test('part of one system’s columns is that system’s or a plain table, never another’s', () => {
    const part = fc.constantFrom(...systemHeaders).chain(({ system, headers }) => fc.record({ system: fc.constant(system), headers: fc.shuffledSubarray([...headers], { minLength: 1 }) }));
    fc.assert(
      fc.property(part, ({ system, headers }) => {
        const found = read(headers);
        expect([system, PLAIN_SOURCE, undefined]).toContain(found?.source);
      }),
      { numRuns: 2_000 },
    );
  });

  test('columns of a system’s export in another order mean the same', () => {
    const shuffled = fc.constantFrom(...systemHeaders).chain((each) => fc.record({ each: fc.constant(each), headers: fc.shuffledSubarray([...each.headers], { minLength: each.headers.length }) }));
    fc.assert(fc.property(shuffled, ({ each, headers }) => {
      expect(fieldsOf(headers)).toEqual(fieldsOf(each.headers));
    }));
  });

  test.each(plainHeaders.map(([object, headers]) => [headers.join(', '), object, headers] as const))('a table with %s is nobody’s in particular', (_, object, headers) => {
    expect([read(headers)?.source, read(headers)?.object]).toEqual([PLAIN_SOURCE, object]);
  });
});

describe('the headers of each system mean', () => {
  test('Zoho: deals by record id, look-ups in pairs of id and name', () => {
    expect(fieldsOf(['Record Id', 'Deal Owner.id', 'Deal Owner', 'Deal Name', 'Account Name.id', 'Account Name', 'Stage', 'Amount', 'Closing Date', 'Created Time', 'Pipeline', 'Overall Sales Duration', 'Probability (%)', 'Lead Source'])).toEqual({
      'Record Id': 'opportunityId', 'Deal Owner.id': 'ownerId', 'Deal Owner': 'owner', 'Deal Name': 'opportunityName', 'Account Name.id': null, 'Account Name': 'customer', Stage: 'stage', Amount: 'amount',
      'Closing Date': 'closedOn', 'Created Time': 'createdOn', Pipeline: null, 'Overall Sales Duration': null, 'Probability (%)': 'probability', 'Lead Source': 'leadSource',
    });
    expect(fieldsOf(['Record Id', 'Account Name', 'Account Owner', 'Account Type', 'Industry', 'Billing Address - City'])).toEqual({
      'Record Id': 'code', 'Account Name': 'name', 'Account Owner': 'owner', 'Account Type': 'class', Industry: 'industry', 'Billing Address - City': 'city',
    });
  });

  test('纷享: the expected and the actual close apart, the won amount beside the amount, 必填 marks overlooked', () => {
    expect(fieldsOf(['商机名（必填）', '客户名', '商机金额', '成交金额', '预计成交日期', '实际成交日期', '商机阶段（必填）', '丢单原因', '竞争对手', '负责人', '创建时间', '外部系统唯一ID'])).toEqual({
      '商机名（必填）': 'opportunityName', 客户名: 'customer', 商机金额: 'amount', 成交金额: 'wonAmount', 预计成交日期: 'expectedCloseOn', 实际成交日期: 'closedOn', '商机阶段（必填）': 'stage', 丢单原因: 'lostReason',
      竞争对手: 'competitor', 负责人: 'owner', 创建时间: 'createdOn', 外部系统唯一ID: 'opportunityId',
    });
    expect(read(['商机名', '客户名', '商机阶段', '商机状态'])!.preset).toMatchObject({ wonStages: ['赢单'], lostStages: ['输单', '无效'] });
  });

  test('Salesforce: an amount with its currency beside it, a total where there is no amount, a footer', () => {
    const total = ['Opportunity Owner', 'Opportunity Name', 'Stage', 'Close Date', 'Total Amount Currency', 'Total Amount'];
    expect(fieldsOf(total)).toMatchObject({ 'Total Amount': 'amount', 'Total Amount Currency': 'currency' });
    expect(fieldsOf([...total, 'Amount Currency', 'Amount'])).toMatchObject({ Amount: 'amount', 'Total Amount': null });
    expect(read(total)!.preset!.footer).toBe(true);
  });

  test('HubSpot: its own words for the end of a deal, spelled either way', () => {
    expect(fieldsOf(['Record ID', 'Deal Name', 'Deal Stage', 'Amount', 'Close Date', 'Create Date'])).toEqual({
      'Record ID': 'opportunityId', 'Deal Name': 'opportunityName', 'Deal Stage': 'stage', Amount: 'amount', 'Close Date': 'closedOn', 'Create Date': 'createdOn',
    });
    expect(['closedwon', 'Closed Won', 'closedlost', 'Closed Lost', 'qualifiedtobuy'].map(outcomeOfWords)).toEqual(['won', 'won', 'lost', 'lost', 'open']);
  });

  test('金蝶: the amount with tax, approved documents only', () => {
    expect(fieldsOf(['单据编号', '日期', '客户', '销售员', '物料编码', '销售数量', '含税单价', '价税合计', '单据状态'])).toEqual({
      单据编号: 'orderNumber', 日期: 'orderDate', 客户: 'customer', 销售员: 'owner', 物料编码: 'product', 销售数量: 'quantity', 含税单价: 'price', 价税合计: 'amount', 单据状态: 'status',
    });
    expect(read(['单据编号', '日期', '客户', '销售员', '价税合计', '单据状态'])!.preset!.countedStatuses).toContain('已审核');
  });

  test('用友: the amount with tax where both are there, the one without tax where it stands alone', () => {
    expect(fieldsOf(['单号', '业务日期', '客户', '业务员', '未税金额', '价税合计'])).toEqual({ 单号: 'orderNumber', 业务日期: 'orderDate', 客户: 'customer', 业务员: 'owner', 未税金额: null, 价税合计: 'amount' });
    expect(fieldsOf(['单号', '业务日期', '客户', '业务员', '未税金额'])).toMatchObject({ 未税金额: 'amount' });
  });

  test('contacts: a full name where there is one, else the surname with the given name beside it', () => {
    const hubspot = ['Record ID', 'First Name', 'Last Name', 'Email', 'Phone Number', 'Associated Company', 'Contact owner'];
    expect(fieldsOf(hubspot)).toMatchObject({ 'First Name': 'givenName', 'Last Name': 'name', 'Associated Company': 'customer' });
    expect(fieldsOf([...hubspot, 'Full name'])).toMatchObject({ 'Full name': 'name', 'Last Name': null });
  });
});
