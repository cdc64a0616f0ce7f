import { customPinyin, pinyin } from 'pinyin-pro';
import { squeeze } from './label.js';

// Words of the field in which a character has another reading than the library takes.
customPinyin({ 差旅: 'chāi lǚ', 还本: 'huán běn', 给付: 'jǐ fù', 供给: 'gōng jǐ' });

const LINE = '\n';

/**
 * What a search finds an account by, a line each: its code with its first name, each name with and without brackets, and in pinyin, whole and by
 * initials. Blanks, width, case, quotation marks and tones are levelled as in `makeSearch`; ü is v.
 */
export function makeSearchText(code: string | null, names: readonly string[]): string {
  const own = code === null ? [] : [code + level(names[0] ?? '')];
  const lines = new Set([...own, ...names.flatMap(linesOf)]);
  lines.delete('');
  return [...lines].map((line) => LINE + line).join('');
}

/** What to look for in texts made by `makeSearchText`: digits where a line begins, all else anywhere. Empty: nothing to look for. */
export function makeSearch(search: string): string {
  const own = level(search);
  return /^\d+$/.test(own) ? LINE + own : own;
}

function linesOf(name: string): string[] {
  const own = level(name);
  const bare = own.replace(/[^\p{L}\p{N}]/gu, '');
  const syllables = pinyin(bare, { type: 'array', toneType: 'none', v: true, nonZh: 'consecutive' });
  return [own, bare, syllables.join(''), syllables.map((syllable) => syllable.slice(0, 1)).join('')];
}

function level(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{Mark}/gu, '');
}
