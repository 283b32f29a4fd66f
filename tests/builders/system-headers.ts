import type { ImportObject } from '@shared/records/import-object';

/** A header line as a system exports it, and the object it is. */
export interface SystemHeader {
  readonly system: string;
  readonly object: ImportObject;
  readonly headers: readonly string[];
}

const line = (system: string, object: ImportObject, text: string): SystemHeader => ({ system, object, headers: text.split(',') });

/** Header lines of each system's exports, in the languages it has. */
export const systemHeaders: readonly SystemHeader[] = [
  line('fxiaoke', 'opportunities', '商机名（必填）,客户名,商机金额,成交金额,预计成交日期,实际成交日期,商机阶段（必填）,商机状态,赢单概率(%),商机来源,丢单原因,竞争对手,结单周期,负责人,负责人主属部门,创建时间,外部系统唯一ID'),
  line('fxiaoke', 'customers', '客户名称（必填）,客户编号,客户分类,客户来源,成交状态,省/市,负责人,最后跟进时间,最后一次成交时间'),
  line('fxiaoke', 'orders', '销售订单编号,下单日期,客户名称,负责人,产品名称,数量,价格,小计,订单金额,产品合计,待回款金额,已回款金额,退货金额'),
  line('fxiaoke', 'payments', '回款编号,回款日期,客户名称,销售订单编号,本次回款金额(元),回款方式,币种,负责人,生命状态,归属部门,创建时间'),
  line('fxiaoke', 'activities', '外勤编号,外勤类型,签到时间,签到地址,客户名称,联系人,外勤人员,外勤总结,负责人主属部门,生命状态'),
  line('fxiaoke', 'contacts', '姓名（必填）,客户名称,部门,职务,手机1,电话1,邮件,生日,负责人,负责人主属部门,生命状态,外部系统唯一ID'),
  line('zoho', 'opportunities', 'Record Id,Deal Owner.id,Deal Owner,Deal Name,Account Name.id,Account Name,Stage,Amount,Closing Date,Created Time,Pipeline,Overall Sales Duration,Probability (%),Lead Source'),
  line('zoho', 'opportunities', '记录 ID,商机所有者.id,商机所有者,商机名称,客户名称.id,客户名称,阶段,金额,结束日期,创建时间,可能性 (%),线索来源'),
  line('zoho', 'customers', 'Record Id,Account Name,Account Owner.id,Account Owner,Account Type,Industry,Billing Address - City'),
  line('zoho', 'products', 'Record Id,Product Owner.id,Product Owner,Product Name,Product Code,Product Category,Unit Price,Product Active'),
  line('zoho', 'contacts', 'Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,Account Name,Email,Title,Department,Phone,Mobile,Date of Birth,Created Time,Modified Time,Salutation,Mailing City'),
  line('zoho', 'activities', 'Record Id,Contact Name.id,Contact Name,Subject,Call Type,Call Start Time,Call Duration,Call Owner.id,Call Owner,Call Result,Related To'),
  line('salesforce', 'opportunities', 'Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount Currency,Amount,Expected Revenue Currency,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type,Opportunity ID'),
  line('salesforce', 'opportunities', 'Opportunity Owner,Account Name,Opportunity Name,Stage,Total Amount Currency,Total Amount,Probability (%),Close Date,Created Date,Lead Source'),
  line('salesforce', 'opportunities', '业务机会所有人,客户名,业务机会名称,阶段,金额 货币,金额,可能性 (%),结束日期,创建日期,潜在客户来源'),
  line('salesforce', 'customers', 'Account Owner,Account Name,Type,Rating,Industry,Billing City,Billing State/Province,Last Activity,Last Modified Date,Account ID'),
  line('salesforce', 'products', 'Product Name,Product Code,Product Family,Product Description,List Price Currency,List Price,Product ID'),
  line('salesforce', 'contacts', 'Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Phone,Mobile,Email,Birthdate,Account Owner'),
  line('salesforce', 'activities', 'Assigned,Subject,Date,Priority,Status,Task,Company / Account,Contact,Opportunity,Activity Type,Comments'),
  line('hubspot', 'opportunities', 'Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Pipeline,Associated Company,Last Activity Date'),
  line('hubspot', 'opportunities', '记录 ID,交易名称,交易阶段,金额,关闭日期,创建日期,交易所有者,交易管道,关联公司'),
  line('hubspot', 'customers', 'Record ID,Company name,Company Domain Name,Company owner,Industry,Type,City,Country/Region,Create Date,Lifecycle Stage'),
  line('hubspot', 'contacts', 'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Contact owner,Lead Status,Lifecycle Stage,Associated Company,Create Date'),
  line('hubspot', 'activities', 'Record ID,Activity date,Activity type,Activity assigned to,Associated Company,Associated Contact,Associated Deal,Call notes,Call outcome'),
  line('kingdee', 'orders', '单据编号,日期,客户,销售员,物料编码,销售数量,含税单价,价税合计,单据状态'),
  line('kingdee', 'customers', '客户编码,客户名称,客户分组,简称,销售员,单据状态,禁用状态'),
  line('kingdee', 'products', '物料编码,物料名称,规格型号,物料分组,物料属性,参考售价'),
  line('kingdee', 'people', '员工编号,员工姓名,职位,所属部门,直接上级,入职日期,员工状态'),
  line('kingdee', 'payments', '单据编号,业务日期,往来单位,结算方式,币别,实收金额,收款用途,收款组织,销售员,单据状态'),
  line('yonyou', 'orders', '单号,业务日期,客户,业务员,存货编码,存货名称,数量,未税单价,未税金额,税率(%),税额,价税合计,单据状态'),
  line('yonyou', 'orders', '单据号,单据日期,客户简称,业务员,部门,存货编码,数量,无税单价,无税金额,审核人'),
  line('yonyou', 'customers', '客户编码,客户名称,客户简称,客户分类名称,所属行业,专管业务员名称,分管部门名称,发展日期'),
  line('yonyou', 'products', '存货编码,存货名称,规格型号,存货分类名称,主计量单位,参考售价'),
  line('yonyou', 'people', '人员编码,姓名,行政部门名称,人员类别,雇佣状态,是否业务员,职务'),
  line('yonyou', 'payments', '单据编号,单据日期,客户,结算方式,币种,原币金额,本币金额,款项类型,业务员,审核人'),
];

/** Tables as people make them in a spreadsheet, or that no system signs: they are read by plain words. */
export const plainHeaders: readonly (readonly [object: ImportObject, headers: readonly string[]])[] = [
  ['orders', ['订单号', '日期', '客户', '业务员', '产品', '数量', '金额']],
  ['orders', ['单据编号', '日期', '客户', '金额']],
  ['orders', ['order id', 'order date', 'customer', 'sales rep', 'amount']],
  ['opportunities', ['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'engage_date', 'close_date', 'close_value']],
  ['opportunities', ['Opportunity Name', 'Account Name', 'Stage', 'Amount', 'Close Date']],
  ['opportunities', ['商机名称', '客户名称', '商机阶段', '金额', '负责人']],
  ['customers', ['客户名称', '客户编号', '行业', '城市']],
  ['customers', ['account', 'sector', 'office_location']],
  ['products', ['Product Name', 'Product Code', 'Unit Price']],
  ['contacts', ['联系人', '客户', '职务', '手机', '生日']],
  ['payments', ['回款日期', '客户名称', '回款金额', '负责人']],
  ['activities', ['拜访日期', '客户', '拜访人', '拜访结果']],
];
