/** Longest part of a comment that stays together on a page, in characters. */
const PART = 360;

/** A comment as parts that a page break may stand between: its paragraphs, long ones cut after a sentence. Blank: []. */
export function splitComment(comment: string): string[] {
  return comment.split(/\r?\n/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '').flatMap(splitParagraph);
}

function splitParagraph(paragraph: string): string[] {
  if (paragraph.length <= PART) return [paragraph];
  const parts: string[] = [];
  let part = '';
  for (const sentence of paragraph.split(/(?<=[。！？!?；;])|(?<=\.\s)/)) {
    if (part !== '' && part.length + sentence.length > PART) {
      parts.push(part);
      part = '';
    }
    part += sentence;
  }
  parts.push(part);
  // A text without any sentence end is still cut, or it could outgrow the page.
  return parts.flatMap((text) => text.match(new RegExp(`[\\s\\S]{1,${PART * 3}}`, 'g')) ?? []);
}
