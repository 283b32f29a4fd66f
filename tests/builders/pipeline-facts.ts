import { type CsvTable, cellOf } from './csv-table';
import type { Pipeline } from './pipeline';

/** What opportunities came to, counted row by row. */
export interface OutcomeFacts {
  readonly won: number;
  readonly lost: number;
  readonly winRate: number | null;
  readonly wonFen: number;
  /** Days from engage to close of won opportunities; null without any. */
  readonly cycleMeanDays: number | null;
  readonly cycleMedianDays: number | null;
}

export interface PipelineFacts {
  readonly people: number;
  readonly customers: number;
  readonly opportunities: number;
  readonly all: OutcomeFacts;
  readonly offices: Readonly<Record<string, OutcomeFacts>>;
  /** Agents on the list of teams who own no opportunity. */
  readonly idle: readonly string[];
  /** How many opportunities stand in each stage. */
  readonly stages: Readonly<Record<string, number>>;
}

const DAY_MS = 86_400_000;

/** Counts a pipeline's facts from its own rows, by the plain definitions and none of the app's code. */
export function pipelineFacts({ teams, accounts, opportunities }: Pipeline): PipelineFacts {
  const officeOf = new Map(teams.rows.map((row) => [cellOf(teams, row, 'sales_agent'), cellOf(teams, row, 'regional_office')]));
  const owners = new Set(opportunities.rows.map((row) => cellOf(opportunities, row, 'sales_agent')));
  const offices = [...new Set(officeOf.values())];
  const stages: Record<string, number> = {};
  for (const row of opportunities.rows) {
    const stage = cellOf(opportunities, row, 'deal_stage');
    stages[stage] = (stages[stage] ?? 0) + 1;
  }
  const of = (office: string) => opportunities.rows.filter((row) => officeOf.get(cellOf(opportunities, row, 'sales_agent')) === office);
  return {
    people: teams.rows.length,
    customers: accounts.rows.length,
    opportunities: opportunities.rows.length,
    all: outcomeFacts(opportunities, opportunities.rows),
    offices: Object.fromEntries(offices.map((office) => [office, outcomeFacts(opportunities, of(office))])),
    idle: [...officeOf.keys()].filter((agent) => !owners.has(agent)),
    stages,
  };
}

function outcomeFacts(table: CsvTable, rows: CsvTable['rows']): OutcomeFacts {
  const inStage = (stage: string) => rows.filter((row) => cellOf(table, row, 'deal_stage') === stage);
  const won = inStage('Won');
  const lost = inStage('Lost').length;
  const time = (row: readonly string[], header: string) => Date.parse(cellOf(table, row, header));
  const cycles = won.map((row) => (time(row, 'close_date') - time(row, 'engage_date')) / DAY_MS).toSorted((a, b) => a - b);
  return {
    won: won.length,
    lost,
    winRate: won.length + lost === 0 ? null : won.length / (won.length + lost),
    wonFen: won.reduce((sum, row) => sum + Number(cellOf(table, row, 'close_value')) * 100, 0),
    cycleMeanDays: cycles.length === 0 ? null : cycles.reduce((sum, days) => sum + days, 0) / cycles.length,
    cycleMedianDays: cycles.length === 0 ? null : (cycles[Math.floor((cycles.length - 1) / 2)]! + cycles[Math.ceil((cycles.length - 1) / 2)]!) / 2,
  };
}
