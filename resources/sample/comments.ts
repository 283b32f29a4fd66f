import type { PersonReview } from '@shared/contracts/review-pack';
import { addMonths } from '@shared/kernel/month';

/** What a comment may rest on: the figures of the person's month, as they are shown. */
interface CommentFacts {
  /** 9月 */
  readonly month: string;
  readonly nextMonth: string;
  readonly actualWan: string;
  readonly targetWan: string;
  /** 105.9%, '' without a target. */
  readonly attainment: string;
  readonly tier: 'ahead' | 'near' | 'behind' | 'noTarget';
  /** Their largest customer of the month. */
  readonly customer: string;
}

export interface ReviewComments {
  readonly praise: string;
  readonly gaps: string;
  readonly advice: string;
}

type Sentence = (facts: CommentFacts) => string;

const results: Readonly<Record<CommentFacts['tier'], readonly Sentence[]>> = {
  ahead: [
    ({ month, actualWan, attainment }) => `${month}销售额${actualWan}万，完成${attainment}，超额部分来自真实需求，没有压货。`,
    ({ actualWan, targetWan, customer }) => `目标${targetWan}万，实际${actualWan}万；「${customer}」贡献最大，节奏抓得准。`,
    ({ month, attainment, customer }) => `${month}完成${attainment}，「${customer}」由备件切入整线，做法可以作案例分享。`,
    ({ attainment, customer }) => `完成${attainment}，提前一周锁定「${customer}」的订单，月底没有赶单。`,
  ],
  near: [
    ({ month, actualWan, attainment }) => `${month}销售额${actualWan}万，完成${attainment}，过程稳，预测与结果相差不到一成。`,
    ({ attainment, customer }) => `完成${attainment}，「${customer}」按计划交付，回访及时。`,
    ({ actualWan, targetWan }) => `目标${targetWan}万，做到${actualWan}万；差额早有预警，没有隐瞒。`,
    ({ month, customer }) => `${month}守住了「${customer}」等老客户，价格没有松动。`,
  ],
  behind: [
    ({ actualWan, customer }) => `销售额${actualWan}万虽未达成，但「${customer}」的关系维护到位，没有丢份额。`,
    ({ month }) => `${month}主动说明缺口和原因，没有等到月底才报。`,
    ({ customer }) => `「${customer}」的技术交流准备充分，客户给了正面反馈。`,
    ({ month, actualWan }) => `${month}在手项目偏少的情况下做到${actualWan}万，小单没有放过。`,
  ],
  noTarget: [
    ({ month, actualWan, customer }) => `${month}销售额${actualWan}万，「${customer}」的跟进有章法。`,
    ({ customer }) => `本月以熟悉客户为主，已经独立完成「${customer}」的报价。`,
  ],
};

const conduct: readonly Sentence[] = [
  () => '商机更新及时，阶段判断与实际一致。',
  () => '拜访记录写得具体，下一步和日期都在。',
  () => '主动帮同组新人做了两次联合拜访。',
  () => '周例会材料按时交，数字自己先核对过。',
  () => '报价前会先算毛利，折扣申请有依据。',
  () => '客户投诉当天响应，三天内闭环。',
  () => '把竞品的新价格第一时间带回来，团队都用上了。',
  () => '培训考试一次通过，并给同组讲了要点。',
  () => '展会线索三天内全部首访，没有流失。',
  () => '合同条款看得细，避免了一次账期风险。',
  () => '回款提前沟通，没有逾期。',
];

const gaps: Readonly<Record<CommentFacts['tier'], readonly Sentence[]>> = {
  ahead: [
    () => '新客户偏少，业绩过于集中在前两家。',
    () => '毛利率比上月低了一个点，折扣给得早了些。',
    () => '方案阶段有3个商机超过三周没有推进。',
    () => '拜访记录晚录了几天，主管看到时已来不及支援。',
    () => '备件年框还有两家没有续签。',
    () => '培训学时欠一门，连续两个月顺延。',
  ],
  near: [
    () => '谈判阶段的商机不足，下月的把握不够。',
    () => '两个报价超过十天没有回音，没有再约。',
    () => '客户高层覆盖不够，停在采购一级。',
    () => '月底集中出单，前两周几乎空白。',
    () => '丢单原因只写了“价格”，没有问到真正的决策点。',
    () => '竞品在两家客户试样，知道得晚了。',
    () => '新产品线只报价了一次，没有示范。',
  ],
  behind: [
    ({ attainment }) => `完成${attainment}，缺口主要在两个延期的大单，后备商机不足。`,
    () => '有效拜访少于计划，其中新客户不到三分之一。',
    () => '三个商机停在方案阶段超过30天，没有退出也没有推进。',
    () => '重点客户的需求变更没有及时带回，方案返工两次。',
    () => '预测偏乐观，三次周例会的数字都往后挪。',
    () => '两笔货款逾期，客户因此暂缓下单。',
  ],
  noTarget: [() => '客户资料还不完整，关键人有缺。', () => '产品知识需要再补，报价仍要同事复核。'],
};

const advice: Readonly<Record<CommentFacts['tier'], readonly Sentence[]>> = {
  ahead: [
    ({ nextMonth }) => `${nextMonth}每周留半天开拓新客户，月底前至少首访4家。`,
    ({ nextMonth }) => `${nextMonth}把成功做法写成一页案例，在月度总结会上讲十分钟。`,
    ({ customer }) => `为「${customer}」做一张年度需求表，把下季度的单提前谈。`,
    ({ nextMonth }) => `${nextMonth}折扣超过8%先算毛利再报，目标毛利率不低于27%。`,
    ({ nextMonth }) => `${nextMonth}15日前补完欠下的课程。`,
  ],
  near: [
    ({ nextMonth }) => `${nextMonth}每周三过一次方案阶段商机，超过两周的当场定去留。`,
    ({ customer }) => `约「${customer}」的生产负责人做一次现场测量，把方案落到节拍上。`,
    ({ nextMonth }) => `${nextMonth}上旬完成全部报价回访，逐个记录客户的下一步。`,
    ({ nextMonth }) => `${nextMonth}把订单向前两周挪，每周至少出一个中单。`,
    () => '丢单后三天内做一次复盘，写清对手、价格和决策人。',
    ({ nextMonth }) => `${nextMonth}安排一次新产品演示，请方案工程师同去。`,
  ],
  behind: [
    ({ nextMonth }) => `${nextMonth}每周一与主管过一遍全部在手商机，先救金额最大的两个。`,
    ({ nextMonth }) => `${nextMonth}有效拜访不少于24次，其中新客户8次，周五当天录完。`,
    ({ customer }) => `十天内与主管同访「${customer}」，确认延期订单的新日期。`,
    ({ nextMonth }) => `${nextMonth}10日前给出逾期货款的回款计划，逐笔到人。`,
    () => '停滞超过30天的商机三天内定去留，不再占预测。',
    ({ nextMonth }) => `${nextMonth}先保住存量客户的备件单，把每周进度发到组里。`,
  ],
  noTarget: [({ nextMonth }) => `${nextMonth}由主管陪访两次重点客户，补齐关键人信息。`, ({ nextMonth }) => `${nextMonth}完成产品认证第一门，并独立做一次演示。`],
};

/** Months that call for words of their own: `${name} ${YYYY-MM}`. */
const told: Readonly<Record<string, ReviewComments>> = {
  '张伟 2026-08': {
    praise: '「恒远精工」的验厂资料准备完整，客户技术部评价好；遇到延期没有隐瞒。',
    gaps: '连续三个月未达成，大单押在一家，谈判阶段只剩2个商机；有效拜访比计划少9次。',
    advice: '9月起每周一做1:1，先把「恒远精工」合同日期敲定；另选三家同类客户同步推进，月底前各出一份方案。',
  },
  '郑凯 2026-08': {
    praise: '接受调整后的客户分工，交接清楚；备件订单没有断。',
    gaps: '拜访只有9次，3个商机停滞超过30天，拜访记录补录两次；连续四个月下滑。',
    advice: '9月每天下班前录完当天拜访，周五发周报；停滞商机三天内定去留，月中由孙立军陪访两家。',
  },
  '周子涵 2026-07': {
    praise: '入职首月走完全部接手客户，客户卡片补齐了八成；学习主动。',
    gaps: '产品知识不够，报价需要同事复核；方案到谈判还没有一个成功转化。',
    advice: '8月完成「伺服驱动」入门课并通过考试；由陈思远陪访三家重点客户，独立完成一份方案。',
  },
  '宋晨 2026-04': {
    praise: '月中从上海组转到浙江组，两边交接都有清单，没有漏掉一张订单。',
    gaps: '转组前后两周没有新增商机，浙江的三家重点客户尚未首访。',
    advice: '5月10日前完成浙江全部A级客户首访；上海未完结的两个项目由韩磊接手，本周内移交完毕。',
  },
  '顾明辉 2026-02': {
    praise: '春节前后客户维护到位，没有因离职意向影响服务。',
    gaps: '在手商机没有更新下一步，三家客户的关键人只在自己手机里。',
    advice: '3月15日前把客户、商机、未回款逐项移交陈思远，写好交接单并三方确认。',
  },
};

/**
 * 肯定、不足、建议 for a person's month. `turn` picks the sentences: the same turn always gives the same words,
 * turns next to each other give others, so that no two months in a row read alike.
 */
export function reviewComments(review: PersonReview, turn: number): ReviewComments {
  const own = told[`${review.name} ${review.month}`];
  if (own !== undefined) return own;
  const facts = factsOf(review);
  const at = (sentences: readonly Sentence[], shift: number) => sentences[(turn + shift) % sentences.length]!(facts);
  return {
    praise: at(results[facts.tier], 0) + at(conduct, 0),
    gaps: at(gaps[facts.tier], 0),
    advice: at(advice[facts.tier], 0) + at(advice[facts.tier], 1),
  };
}

function factsOf({ month, actualFen, targetFen, attainment, commission }: PersonReview): CommentFacts {
  const wan = (value: number | null) => ((value ?? 0) / 1_000_000).toFixed(1);
  const monthWord = (one: string) => `${Number(one.slice(5))}月`;
  const hasTarget = attainment !== null && (targetFen ?? 0) > 0;
  return {
    month: monthWord(month),
    nextMonth: monthWord(addMonths(month, 1)),
    actualWan: wan(actualFen),
    targetWan: wan(targetFen),
    attainment: hasTarget ? `${(attainment * 100).toFixed(1)}%` : '',
    tier: !hasTarget ? 'noTarget' : attainment >= 1.02 ? 'ahead' : attainment >= 0.92 ? 'near' : 'behind',
    customer: largestCustomer(commission?.lines ?? []),
  };
}

function largestCustomer(lines: readonly { readonly customer: string; readonly amountFen: number }[]): string {
  const totals = new Map<string, number>();
  for (const { customer, amountFen } of lines) totals.set(customer, (totals.get(customer) ?? 0) + amountFen);
  return [...totals].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '重点客户';
}
