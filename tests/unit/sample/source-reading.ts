import Papa from 'papaparse';
import type { SampleFile } from '../../../resources/sample/generate-sample';

/** A sample file read by another program's parser, so that the facts are not checked by the code that made them. */
export function readRows(file: SampleFile): Record<string, string>[] {
  const encoding = file.object === 'orders' ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(encoding, { fatal: true }).decode(file.bytes);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${file.name}: ${errors[0]?.message}`);
  return data;
}

/** 元 as text → 1/10,000 元: the digits alone, with binary noise rounded away. Null for what is no number. */
export function unitsOf(text: string): bigint | null {
  const plain = text.replaceAll(',', '').replace('¥', '');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  return BigInt(Math.round(Number(plain) * 10_000));
}
