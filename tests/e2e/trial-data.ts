import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsvTable } from '../builders/csv-table';
import type { Pipeline } from '../builders/pipeline';
import { projectRoot } from './launch/test-machine';

const given = process.env['WORKBENCH_TRIAL_DATA'];
const places = [...(given === undefined ? [] : [given]), path.resolve(projectRoot, '../shared/data/maven-crm')];

/** The folder of the real CRM export that lies beside the checkout on some machines; null where it does not. */
export const trialFolder: string | null = places.find((place) => existsSync(path.join(place, 'sales_pipeline.csv'))) ?? null;

export function readTrialPipeline(folder: string): Pipeline {
  const table = (name: string) => readCsvTable(readFileSync(path.join(folder, `${name}.csv`), 'utf8'));
  return { teams: table('sales_teams'), accounts: table('accounts'), products: table('products'), opportunities: table('sales_pipeline') };
}
