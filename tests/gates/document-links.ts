import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;

/** Links and pictures of the README and of docs/ that lead nowhere, `document: target`; headings count as GitHub names them. Other sites are not asked. */
export function brokenLinks(root: string): string[] {
  const documents = ['README.md', 'CHANGELOG.md', ...readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
  return documents.flatMap((document) =>
    targetsIn(readFileSync(path.join(root, document), 'utf8'))
      .filter((target) => !leadsSomewhere(root, document, target))
      .map((target) => `${document}: ${target}`),
  );
}

/** Where the links of a text lead, other sites left out. */
export const targetsIn = (text: string): string[] => [...text.matchAll(LINK)].map((match) => String(match[1])).filter((target) => !/^[a-z]+:/.test(target));

function leadsSomewhere(root: string, document: string, target: string): boolean {
  const [file = '', heading] = target.split('#');
  const place = path.join(root, file === '' ? document : path.join(path.dirname(document), decodeURI(file)));
  if (!existsSync(place)) return false;
  return heading === undefined || headingsIn(readFileSync(place, 'utf8')).includes(decodeURI(heading));
}

/** The anchors of a document: headings in small letters, blanks as dashes, signs left out. */
export const headingsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map((match) => String(match[1]).toLowerCase().replaceAll(/[^\p{L}\p{N}\s-]/gu, '').trim().replaceAll(/\s/g, '-'));
