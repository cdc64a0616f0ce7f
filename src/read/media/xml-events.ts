import { SaxesParser } from 'saxes';
import { AppError } from '../../domain/app-error.js';

/** Attributes by their names without prefix; where two names differ in prefix only, the one without a prefix. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What listens to a part. Names come without prefix; `parents` are those of the open elements, outermost first. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes, parents: readonly string[]): void;
  /** Text between two tags; blank text included. */
  text(text: string): void;
  close(name: string, parents: readonly string[]): void;
}

const DEEPEST = 256;
/** Characters before the root element: a declaration and a comment, never more. */
const LONGEST_PROLOG = 65_536;

/**
 * Tells the listener what a part of an archive holds, while it is inflated. Declarations of a document type are refused, and
 * entities with them; so is nesting beyond reason.
 * @throws AppError UNREADABLE_DOCUMENT that names the part where it is no well-formed XML
 */
export async function readXml(part: AsyncIterable<Uint8Array>, name: string, listener: XmlListener): Promise<void> {
  const parser = listenTo(name, listener);
  let decode: ((piece?: Uint8Array) => string) | null = null;
  for await (const piece of part) {
    decode ??= chooseDecoder(piece, name);
    parser.write(decode(piece));
  }
  if (decode) parser.write(decode());
  parser.close();
}

function listenTo(part: string, listener: XmlListener): { write(text: string): void; close(): void } {
  const parser = new SaxesParser();
  const open: string[] = [];
  let prolog = 0;
  let begun = false;
  const refuse = (got: string): never => {
    throw new AppError('UNREADABLE_DOCUMENT', `expected well-formed XML in ${part}, got ${got}`);
  };
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('a document type declaration'));
  parser.on('opentag', ({ name, attributes }) => {
    begun = true;
    if (open.length >= DEEPEST) refuse(`elements nested more than ${DEEPEST} deep`);
    const local = localName(name);
    listener.open(local, localAttributes(attributes), open);
    open.push(local);
  });
  parser.on('text', (text) => {
    if (open.length > 0) listener.text(text);
  });
  parser.on('cdata', (text) => listener.text(text));
  parser.on('closetag', () => {
    const name = open.pop();
    if (name !== undefined) listener.close(name, open);
  });
  return {
    write(text) {
      parser.write(text);
      prolog += begun ? 0 : text.length;
      if (prolog > LONGEST_PROLOG) refuse('no element at its beginning');
    },
    close: () => void parser.close(),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): XmlAttributes {
  // Most elements have no prefixed attribute, and large sheets have millions of elements.
  let prefixed = false;
  for (const name in attributes) prefixed ||= name.includes(':');
  if (!prefixed) return attributes;
  const local: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) {
    const short = localName(name);
    if (short === name || !(short in local)) local[short] = value;
  }
  return local;
}

function chooseDecoder(first: Uint8Array, name: string): (piece?: Uint8Array) => string {
  const encoding =
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new AppError(
        'UNREADABLE_DOCUMENT',
        `expected text in ${encoding} in ${name}, got bytes that are none`,
        {},
        { cause },
      );
    }
  };
}
