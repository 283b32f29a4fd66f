import type { DateSystem } from '@shared/contracts/import-run';
import type { Archive } from './open-archive';
import { WorkbookFault } from './workbook-fault';
import { eachTag } from './xml-tags';

/** What a workbook's table of contents says. Macros, links to other files and charts are named there too and never opened. */
export interface WorkbookParts {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address: `worksheet`, `styles`, `sharedStrings` … */
  readonly type: string;
  readonly part: string;
}

export async function readWorkbookParts(archive: Archive): Promise<WorkbookParts> {
  const root = await relationsOf(archive, '');
  const place = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(place)) throw new WorkbookFault('file.binaryWorkbook');
  const bytes = /(?:^|\/)workbook[^/]*\.xml$/i.test(place) ? await archive.read(place) : null;
  if (bytes === null) throw new WorkbookFault('file.zip');
  const relations = await relationsOf(archive, place);
  let dateSystem: DateSystem = '1900';
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  eachTag(bytes, place, (tag, attributes) => {
    if (tag === 'workbookPr' && /^(?:1|true|on)$/.test(attributes.get('date1904') ?? '')) dateSystem = '1904';
    if (tag !== 'sheet') return;
    const id = [...attributes].find(([name]) => /^\w+:id$/.test(name))?.[1];
    const relation = relations.find((one) => one.id === id);
    if (relation === undefined) throw new WorkbookFault('file.damaged', place);
    if (relation.type !== 'worksheet') return;
    sheets.push({ name: attributes.get('name') ?? '', hidden: /hidden/i.test(attributes.get('state') ?? ''), part: relation.part });
  });
  const partOf = (type: string) => relations.find((one) => one.type === type)?.part ?? null;
  return { dateSystem, sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** The parts that a part refers to inside the file ('' = the file itself); whatever lies outside is left out. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const place = `${folder}_rels/${part.slice(slash)}.rels`;
  const bytes = await archive.read(place);
  const relations: Relation[] = [];
  if (bytes === null) return relations;
  eachTag(bytes, place, (tag, attributes) => {
    if (tag !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    relations.push({ id: attributes.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), part: resolve(folder, attributes.get('Target') ?? '') });
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
