/** Open stages as the common systems name them, in the order a deal walks through them. */
const KNOWN_STAGES: readonly (readonly string[])[] = [
  ['prospecting', 'engaging'],
  ['验证客户', '需求确定', '方案/报价', '谈判审核'],
  ['客户识别', '初步接触', '需求分析', '方案制定', '谈判签约'],
  ['qualification', 'needs analysis', 'value proposition', 'identify decision makers', 'proposal/price quote', 'negotiation/review'],
  ['prospecting', 'qualification', 'needs analysis', 'value proposition', 'id. decision makers', 'perception analysis', 'proposal/price quote', 'negotiation/review'],
  ['appointmentscheduled', 'qualifiedtobuy', 'presentationscheduled', 'decisionmakerboughtin', 'contractsent'],
  ['appointment scheduled', 'qualified to buy', 'presentation scheduled', 'decision maker bought-in', 'contract sent'],
];

/** How far along a stage is, 0 … 1; a stage no list knows comes after all of them (2). Case and blanks around it do not matter. */
export function stageRank(stage: string): number {
  const name = stage.trim().toLowerCase();
  const ranks = KNOWN_STAGES.flatMap((stages) => {
    const at = stages.indexOf(name);
    return at === -1 ? [] : [at / stages.length];
  });
  return ranks.length === 0 ? 2 : Math.max(...ranks);
}
