import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CsvStyle, csvBytes, reshaped } from './csv-table';
import { CHINESE_HEADERS, PIPELINE_FILES, type Pipeline } from './pipeline';

/** Writes a pipeline's four files into a folder; answers their paths in the order of import. */
export function writePipeline(folder: string, pipeline: Pipeline, style?: CsvStyle): string[] {
  return PIPELINE_FILES.map((name) => {
    const file = path.join(folder, `${name}.csv`);
    writeFileSync(file, csvBytes(pipeline[name], style));
    return file;
  });
}

/** The same company as another system exports it: columns shuffled, Chinese headers. */
export const inChinese = (pipeline: Pipeline): Pipeline => ({
  teams: reshaped(pipeline.teams, CHINESE_HEADERS.teams),
  accounts: reshaped(pipeline.accounts, CHINESE_HEADERS.accounts),
  products: reshaped(pipeline.products, CHINESE_HEADERS.products),
  opportunities: reshaped(pipeline.opportunities, CHINESE_HEADERS.opportunities),
});
