/** Months whose reviews are all signed, and the one that is being closed. */
export const FIRST_REVIEW = '2024-11';
export const LAST_SIGNED = '2026-08';
export const CLOSING_MONTH = '2026-09';

/** How far the reviews of the closing month are (review mock-up). Nobody else has one yet. */
export const CLOSING_STATES: readonly { readonly people: readonly string[]; readonly state: 'signed' | 'written' | 'scored' | 'begun' }[] = [
  { state: 'signed', people: ['曹雨桐', '林若溪', '赵雪', '罗佳怡', '陈思远', '沈嘉禾', '孙立军', '谢梓轩', '何俊杰'] },
  { state: 'written', people: ['李娜', '王浩然', '徐静', '韩磊'] },
  { state: 'scored', people: ['吴迪', '张文博', '高翔', '马晓东'] },
  { state: 'begun', people: ['张伟', '刘洋', '郑凯', '周子涵', '梁宇'] },
];

/** Targets of the region's own scorecard, where the ready template's do not fit its trade. */
export const KPI_TARGETS: Readonly<Record<string, number>> = { winRate: 0.45, wonCount: 3, cycleDays: 45, marginRate: 0.27, returnRate: 0.015 };

type Notes = Readonly<Record<'high' | 'middle' | 'low', readonly string[]>>;

/** What a typed score rests on, by KPI of the monthly scorecard. */
const notes: Readonly<Record<string, Notes>> = {
  attitude: {
    high: ['表扬记事2条，周例会材料全部按时', '主动带新人拜访两次，日报无缺', '承担展会值守，组内互评第一', '跨组支援一次，交付会议全勤'],
    middle: ['周例会材料迟交一次，其余正常', '日报补录两次，协作正常', '全勤，互评居中', '一次客户资料未按时归档'],
    low: ['周例会材料迟交两次，已谈话', '拜访记录补录八次', '请假交接不清，同事反映一次', '客户会议迟到一次，无改进说明'],
  },
  satisfaction: {
    high: ['回访问卷14份，平均4.8分', '客户来信表扬1封，无投诉', '重点客户回访4.7分，交付零延误', '投诉为零，售后响应均在4小时内'],
    middle: ['回访问卷11份，平均4.5分', '一次交期抱怨，已闭环', '回访4.4分，两家未回', '一次发货差错，三天内换货'],
    low: ['回访问卷9份，平均4.0分', '投诉1起，超时一天答复', '两家客户反映联系不上', '方案返工两次，客户评价偏低'],
  },
  learning: {
    high: ['产品认证两门全部通过', '案例分享一次，评分第一', '内训讲师一次，认证按期', '读书报告与演练均为优'],
    middle: ['认证一门通过，一门待考', '内训到课，测验82分', '发展计划3项完成2项', '演练通过，报告待补'],
    low: ['认证欠一门，连续顺延', '内训缺课一次', '发展计划3项完成1项', '测验未通过，已约补考'],
  },
};

const anyNotes: Notes = { high: ['超出要求，有书面记录'], middle: ['达到要求，有记录可查'], low: ['未达要求，已记录并谈话'] };

/** A note for a typed score; the turn picks among those that fit the score. */
export function scoreNote(kpiId: string, score: number, turn: number): string {
  const fitting = (notes[kpiId] ?? anyNotes)[score >= 88 ? 'high' : score >= 76 ? 'middle' : 'low'];
  return fitting[turn % fitting.length]!;
}
