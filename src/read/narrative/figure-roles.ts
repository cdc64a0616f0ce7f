import type { FactKind } from '../../domain/closed-lists.js';
import type { Clause } from './clauses.js';
import { kindOfUnit } from './values.js';
import type { NamedBase } from './vocabulary.js';
import { findBase, findChange, findCompleted, findCompletion, SHARE } from './vocabulary.js';

/** What a number says of its subject, and the part of its clause in which the subject may stand. */
export interface FigureRole {
  readonly kind: FactKind;
  /** 1 or −1 by which the number counts; 0 where both directions are printed. */
  readonly sign: 1 | -1 | 0;
  readonly base: NamedBase | null;
  /** Places in the clause's text between which the subject may stand. */
  readonly from: number;
  readonly to: number;
  /** The budget of which the amount is, that the next number is the completion of. */
  readonly completed: NamedBase | null;
}

const PLAIN = { sign: 1, base: null, from: 0, completed: null } as const;

/** Reads the words before a number; null where they say something else than a figure of a subject. */
export function readRole(clause: Clause, next: Clause | null, completed: NamedBase | null): FigureRole | null {
  const { text, value } = clause;
  if (!value) return null;
  return kindOfUnit(value.unit) === 'RATE' ? readRate(text, completed) : readQuantity(clause, next);
}

function readRate(text: string, completed: NamedBase | null): FigureRole | null {
  if (completed !== null && /^的?(?:比例)?为?$/.test(text))
    return { ...PLAIN, kind: 'COMPLETION', base: completed, to: 0 };
  const completion = findCompletion(text);
  if (completion) return { ...PLAIN, kind: 'COMPLETION', base: completion.base, to: completion.from };
  const change = readChange(text, 'CHANGE_RATE');
  if (change) return change;
  const share = SHARE.exec(text);
  return share ? { ...PLAIN, kind: 'SHARE', base: 'WHOLE', to: share.index } : null;
}

function readQuantity({ text, value }: Clause, next: Clause | null): FigureRole | null {
  const change = readChange(text, 'CHANGE');
  if (change) return change;
  // The figure itself that something is held against: 与2019年决算数1000万元相比.
  if (findBase(text)?.from === 0) return null;
  const kind = value && kindOfUnit(value.unit) === 'COUNT' ? 'COUNT' : 'AMOUNT';
  const completed = findCompleted(text);
  if (completed) {
    const rated = next?.mark === 'NONE' && /^的/.test(next.text);
    return rated ? { ...PLAIN, kind, to: completed.from, completed: completed.base } : null;
  }
  return { ...PLAIN, kind, to: text.length };
}

/** A change: the subject stands before what it is held against or behind it. */
function readChange(text: string, kind: 'CHANGE' | 'CHANGE_RATE'): FigureRole | null {
  const change = findChange(text);
  if (!change) return null;
  const words = text.slice(0, change.from);
  const compared = findBase(words);
  if (!compared) return { ...PLAIN, kind, sign: change.sign, to: change.from };
  const { base, from, to } = compared;
  const isBehind = from === 0 || /^(?:,|、|20\d{2}年度?)*$/.test(words.slice(0, from));
  const place = isBehind ? { from: to, to: change.from } : { from: 0, to: to < change.from ? -1 : from };
  return place.to < 0 ? null : { ...PLAIN, kind, sign: change.sign, base, ...place };
}
