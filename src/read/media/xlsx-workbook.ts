import { AppError } from '../../domain/app-error.js';
import type { CellStyles } from './xlsx-styles.js';
import { collectStyles } from './xlsx-styles.js';
import type { XmlListener } from './xml-events.js';
import { readXml } from './xml-events.js';
import type { ZipParts } from './zip-parts.js';
import { findWorkbook } from './zip-parts.js';

/** A sheet that a reader of the workbook sees. */
export interface VisibleSheet {
  readonly name: string;
  readonly part: string;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  /** In the order of their tabs; hidden sheets, charts and macros left out. */
  readonly sheets: readonly VisibleSheet[];
  /** Texts that cells name by their place. */
  readonly texts: readonly string[];
  readonly styles: CellStyles;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/**
 * Reads what the sheets of a workbook share.
 * @throws AppError UNREADABLE_DOCUMENT where the archive holds none, or a part is missing or damaged
 */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const part = findWorkbook(zip);
  if (part === null) throw new AppError('UNREADABLE_DOCUMENT', 'expected a workbook, got an archive without one');
  const named = await readSheetNames(zip, part);
  const relations = await readRelations(zip, part);
  const shared = [...relations.values()];
  const strings = shared.find(({ type }) => type === 'sharedStrings');
  const styling = shared.find(({ type }) => type === 'styles');
  const { styles, listener } = collectStyles();
  if (styling) await readXml(zip.read(styling.part), styling.part, listener);
  return {
    sheets: named.flatMap(({ name, relation }) => {
      const target = relations.get(relation);
      if (!target) throw new AppError('UNREADABLE_DOCUMENT', `expected a part for sheet ${name}, got none`);
      return target.type === 'worksheet' ? [{ name, part: target.part }] : [];
    }),
    texts: strings ? await readTexts(zip, strings.part) : [],
    styles,
  };
}

async function readSheetNames(zip: ZipParts, part: string): Promise<{ name: string; relation: string }[]> {
  const sheets: { name: string; relation: string }[] = [];
  await readXml(zip.read(part), part, {
    open(name, { name: title = '', id = '', state }, parents) {
      if (name === 'sheet' && parents.at(-1) === 'sheets' && state !== 'hidden' && state !== 'veryHidden')
        sheets.push({ name: title, relation: id });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return sheets;
}

/** The parts that a part names, by the ids by which it names them. */
async function readRelations(zip: ZipParts, part: string): Promise<Map<string, Relation>> {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
  const own = `${folder}_rels/${file}.rels`;
  const relations = new Map<string, Relation>();
  await readXml(zip.read(own), own, {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return;
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: resolve(folder, target) });
    },
    text: () => undefined,
    close: () => undefined,
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

async function readTexts(zip: ZipParts, part: string): Promise<string[]> {
  const texts: string[] = [];
  const joined = joinRuns();
  await readXml(zip.read(part), part, {
    open: (name, _attributes, parents) => joined.open(name, parents),
    text: joined.text,
    close(name, parents) {
      joined.close(name);
      if (name === 'si' && parents.at(-1) === 'sst') texts.push(joined.take());
    },
  });
  return texts;
}

/** Puts the runs of a rich text together, without the readings printed above its signs. */
export function joinRuns(): {
  open(name: string, parents: readonly string[]): void;
  text: XmlListener['text'];
  close(name: string): void;
  /** The text so far; the next begins empty. */
  take(): string;
} {
  let run = false;
  let joined = '';
  return {
    open(name, parents) {
      if (name === 't') run = parents.at(-1) !== 'rPh';
    },
    text(text) {
      if (run) joined += text;
    },
    close(name) {
      if (name === 't') run = false;
    },
    take() {
      const text = unescapeSigns(joined);
      joined = '';
      return text;
    },
  };
}

/** Signs that XML cannot hold stand in workbooks as `_x000D_`. */
export function unescapeSigns(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
