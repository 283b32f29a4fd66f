import { cellOf, type CsvTable } from './csv-table';
import { buildPipeline, type Pipeline } from './pipeline';

/** Two offices with two sellers each: few enough to type everything by hand. */
export const SMALL_TEAM = { Coast: ['Ada Birch', 'Omar Quill'], North: ['Rhea Stone', 'Ivo Lark'] } as const;

const SELLERS: readonly string[] = Object.values(SMALL_TEAM).flat();

/** The invented company's export with only these people and what they own: won, lost and open deals of 2019. */
export function buildSmallTeam(): Pipeline {
  const pipeline = buildPipeline();
  const owned = (table: CsvTable): CsvTable => ({ ...table, rows: table.rows.filter((row) => SELLERS.includes(cellOf(table, row, 'sales_agent'))) });
  return { ...pipeline, teams: owned(pipeline.teams), opportunities: owned(pipeline.opportunities) };
}
