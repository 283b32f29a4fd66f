import type { DictionaryChunk } from './segments';

class Dictionary {
  /** Number 0 is the blank text in every dictionary. */
  readonly texts: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  numberOf = (text: string): number | undefined => this.numbers.get(text);

  add(text: string): number {
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }
}

/** The workspace's numbered texts by kind (`owner`, `customer` …), shared by all segments. */
export class WorkspaceDictionaries {
  private readonly byKind = new Map<string, Dictionary>();
  private readonly loaded = new Set<string>();
  /** Ids of the chunks that are taken in. */
  readonly held: ReadonlySet<string> = this.loaded;

  /** Takes chunks in; those it has already are passed over. */
  load(chunks: readonly DictionaryChunk[]): void {
    for (const chunk of chunks.toSorted((a, b) => a.first - b.first)) {
      if (this.loaded.has(chunk.id)) continue;
      const dictionary = this.of(chunk.kind);
      if (dictionary.texts.length !== chunk.first) throw new Error(`Dictionary ${chunk.kind} lacks its numbers before ${chunk.first}`);
      for (const text of chunk.texts) dictionary.add(text);
      this.loaded.add(chunk.id);
    }
  }

  texts = (kind: string): readonly string[] => this.of(kind).texts;
  numberOf = (kind: string, text: string): number | undefined => this.of(kind).numberOf(text);

  /** Numbers for the texts, new ones given from the end; nothing is kept until `load` takes the draft's chunks. */
  draft(): DictionaryDraft {
    return new DictionaryDraft(this);
  }

  private of(kind: string): Dictionary {
    let dictionary = this.byKind.get(kind);
    if (dictionary === undefined) {
      dictionary = new Dictionary();
      this.byKind.set(kind, dictionary);
    }
    return dictionary;
  }
}

export class DictionaryDraft {
  private readonly added = new Map<string, Map<string, number>>();

  constructor(private readonly base: WorkspaceDictionaries) {}

  numberFor(kind: string, text: string): number {
    const known = this.base.numberOf(kind, text);
    if (known !== undefined) return known;
    let fresh = this.added.get(kind);
    if (fresh === undefined) {
      fresh = new Map();
      this.added.set(kind, fresh);
    }
    const drafted = fresh.get(text);
    if (drafted !== undefined) return drafted;
    const number = this.base.texts(kind).length + fresh.size;
    fresh.set(text, number);
    return number;
  }

  chunks(): DictionaryChunk[] {
    return [...this.added].map(([kind, fresh]) => {
      const first = this.base.texts(kind).length;
      return { id: `${kind}/${String(first).padStart(9, '0')}`, kind, first, texts: [...fresh.keys()] };
    });
  }
}
