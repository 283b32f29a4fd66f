/** What the manager has agreed with people (Home mock-up): five overdue, one due soon, and September's that were done. */
export interface SampleAction {
  readonly title: string;
  /** By name; null = the manager. */
  readonly owner: string | null;
  readonly agreedOn: string;
  /** Where it was put off. */
  readonly dueOn?: string;
  readonly doneOn?: string;
  readonly criterion: string;
  /** Name of the customer it is about. */
  readonly customer?: string;
}

export const ACTIONS: readonly SampleAction[] = [
  { title: '提交「恒远精工」回款计划', owner: '梁宇', agreedOn: '2026-10-16', criterion: '客户书面确认三次付款的日期', customer: '恒远精工' },
  { title: '补录 8 次拜访记录', owner: '郑凯', agreedOn: '2026-10-18', criterion: '系统里每次拜访都有结论' },
  { title: '确认浙江 Q4 超额保险', owner: '林若溪', agreedOn: '2026-10-20', criterion: '目标里声明，理由写清' },
  { title: '首访话术复训', owner: '周子涵', agreedOn: '2026-09-30', dueOn: '2026-10-21', criterion: '两次演练录音，经理听过' },
  { title: '回访「博达传动」满意度低分', owner: '刘洋', agreedOn: '2026-10-21', criterion: '问清原因，写进客户档案', customer: '博达传动' },
  { title: '看一遍浙江的折扣单', owner: null, agreedOn: '2026-10-27', criterion: '' },
  { title: '陪张伟拜访苏州晶测', owner: null, agreedOn: '2026-09-11', doneOn: '2026-09-10', criterion: '', customer: '苏州晶测' },
  { title: '整理 9 月样品清单', owner: '韩磊', agreedOn: '2026-09-15', doneOn: '2026-09-15', criterion: '' },
  { title: '和高翔过一遍方案阶段的商机', owner: null, agreedOn: '2026-09-18', doneOn: '2026-09-17', criterion: '每个商机有下一步和日期' },
  { title: '交客户满意度问卷', owner: '宋晨', agreedOn: '2026-09-18', doneOn: '2026-09-18', criterion: '' },
  { title: '新品价目表发给老客户', owner: '李娜', agreedOn: '2026-09-22', doneOn: '2026-09-21', criterion: '' },
  { title: '补签两份合同', owner: '吴迪', agreedOn: '2026-09-24', doneOn: '2026-09-24', criterion: '原件交到财务' },
  { title: '周例会材料改成一页', owner: null, agreedOn: '2026-09-25', doneOn: '2026-09-25', criterion: '' },
];
