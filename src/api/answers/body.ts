import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { once } from '../../domain/once.js';

/** How bytes can be sent: shorter first, where a client likes both. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes in one form. */
export interface Form {
  readonly encoding: Encoding;
  readonly bytes: Buffer;
  /** Strong: other bytes have another one. */
  readonly etag: () => string;
}

/** The bytes of an answer, compressed once for whoever takes them so. */
export interface Body {
  /** Bytes that it takes by now, in all its forms. */
  size(): number;
  form(encoding: Encoding): Promise<Form>;
}

/** What fits into one packet gains nothing. */
const LEAST_COMPRESSED = 1_400;
/** Of 11: a third of the time of gzip's best, and shorter. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

const compressors = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
} as const;

/** What its types do not know yet: of encodings that a client likes alike, the first of ours is taken. */
interface EncodingNegotiator {
  encoding(available: string[], options: { readonly preferred: readonly string[] }): string | undefined;
}

/** The form that a client likes best, by its `accept-encoding`; as it is where it names none that we have. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const liked = negotiator.encoding([...ENCODINGS], { preferred: ENCODINGS });
  return ENCODINGS.find((encoding) => encoding === liked) ?? 'identity';
}

export function makeBody(bytes: Buffer): Body {
  const digest = once(() => createHash('sha256').update(bytes).digest('base64url'));
  const plain: Form = { encoding: 'identity', bytes, etag: () => `"${digest()}"` };
  const compressed = new Map<Encoding, Promise<Form>>();
  let size = bytes.length;
  const compress = async (encoding: 'br' | 'gzip'): Promise<Form> => {
    const shorter = await compressors[encoding](bytes);
    size += shorter.length;
    return { encoding, bytes: shorter, etag: () => `"${digest()}-${encoding}"` };
  };
  return {
    size: () => size,
    form: async (encoding) => {
      if (encoding === 'identity' || bytes.length < LEAST_COMPRESSED) return plain;
      const own = compressed.get(encoding) ?? compress(encoding);
      compressed.set(encoding, own);
      return own;
    },
  };
}
