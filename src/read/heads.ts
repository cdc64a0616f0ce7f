import { squeeze } from '../domain/label.js';
import type { ColumnDefinition } from '../domain/statement-columns.js';
import type { HeadStack } from './label-heads.js';
import { labelHeads, plainHead } from './label-heads.js';
import { similarity } from './similarity.js';

export interface HeadMatch {
  readonly place: number | null;
  readonly exact: boolean;
  /** How well heads, groups and 栏次 fit, 0 to 4.5. */
  readonly weight: number;
  readonly label: string;
  readonly leafHead: string;
}

/** A damaged head is taken for one that it shares at least half of its neighbouring characters with. */
const LEAST_LIKENESS = 0.5;

/** Heads of columns that hold a share of the column above them. */
const DIVISIONS = /^(?:其中[:：])?.*(?:人员|公用|工资|商品和服务|个人和家庭|教育收费)/;

interface Candidate {
  readonly weight: number;
  readonly exact: boolean;
}

/**
 * The heads above each column of a grid. A cell spans the empty cells to its right as long as they stand under the same
 * cell of the row above; in the last row, which names the columns, it spans none.
 */
export function stackHeads(rows: readonly (readonly string[])[], width: number): HeadStack[] {
  const stacks: string[][] = Array.from({ length: width }, () => []);
  let groups: number[] = Array.from({ length: width }, () => 0);
  for (const row of rows) {
    const next: number[] = [];
    let owner = -1;
    for (let column = 0; column < width; column++) {
      const cell = row[column] ?? '';
      if (cell !== '') owner = column;
      else if (row === rows.at(-1) || (owner >= 0 && groups[owner] !== groups[column])) owner = -1;
      next.push(owner >= 0 ? owner : column);
      const text = owner >= 0 ? (row[owner] ?? '') : '';
      if (text !== '') stacks[column]?.push(text);
    }
    groups = next.map((own, column) => own * 1000 + (groups[column] ?? 0));
  }
  return stacks;
}

/**
 * Which column definition each printed column is. Heads decide; where the page damaged some of them, the order of the
 * template fills the gaps between heads that are sure. A head that fits nothing gets no definition.
 */
export function matchHeads(
  stacks: readonly HeadStack[],
  definitions: readonly ColumnDefinition[],
  printedNumbers: readonly (number | null)[] = [],
): HeadMatch[] {
  const weighed = stacks.map((stack, column) => {
    const isNone =
      isRunTogether(stack, definitions) ||
      isGroupAlone(stack, stacks, definitions) ||
      isRepeated(stack, stacks, definitions);
    return definitions.map((definition, place) =>
      isNone ? { weight: 0, exact: false } : weigh(stack, definition, (printedNumbers[column] ?? null) === place + 1),
    );
  });
  const candidates = withoutBlanks(weighed, stacks, definitions);
  const places =
    matchUniquely(candidates) ??
    matchDisplaced(candidates, stacks, definitions) ??
    matchInOrder(candidates, stacks, definitions);
  return stacks.map((stack, column) => {
    const place = places[column] ?? null;
    const definition = place === null ? undefined : definitions[place];
    const exact = place !== null && (candidates[column]?.[place]?.exact ?? false);
    const weight = place === null ? 0 : (candidates[column]?.[place]?.weight ?? 0);
    return { place, exact, weight, ...labelHeads(stack, definition, definitions) };
  });
}

/** A column without any head is counted off only where every other head is known: one that fits nothing may stand for two. It is never one that many publishers leave out. */
function withoutBlanks(
  weighed: readonly (readonly Candidate[])[],
  stacks: readonly HeadStack[],
  definitions: readonly ColumnDefinition[],
): readonly (readonly Candidate[])[] {
  const blank = stacks.map((stack) => stack.every((head) => squeeze(head) === ''));
  const bare = stacks.map((stack) => stack.every((head) => /^(?:收入|支出)?$/.test(squeeze(head))));
  const unknown = weighed.some((row, column) => !blank[column] && row.every(({ weight }) => weight === 0));
  return weighed.map((row, column) =>
    row.map((own, place) =>
      (unknown && blank[column]) || (bare[column] && definitions[place]?.optional) ? { weight: 0, exact: false } : own,
    ),
  );
}

function weigh(stack: HeadStack, definition: ColumnDefinition, numbered: boolean): Candidate {
  const heads = stack.map(plainHead).filter((head) => head !== '');
  const tails = heads.map((_, index) => heads.slice(index).join(''));
  const whole = definition.groups.map((group) => group.replaceAll(' ', '') + (definition.heads[0] ?? ''));
  const atEnd = [...definition.heads, ...whole].findIndex((head) => tails.includes(head));
  const inside =
    atEnd < 0 && !DIVISIONS.test(heads.at(-1) ?? '') && pieces(heads).some((piece) => definition.heads.includes(piece));
  const exact = atEnd >= 0 || inside;
  if (isOther(heads, definition)) return { weight: 0, exact: false };
  const groupSeen = definition.groups.some((group) => {
    const parts = group.split(' ');
    return parts.every((part) => heads.some((head) => head.includes(part)));
  });
  const fragment = definition.heads.some((head) => head !== heads.at(-1) && head.includes(heads.at(-1) ?? head));
  const likeness = exact
    ? 0
    : Math.max(0, ...definition.heads.flatMap((head) => tails.map((tail) => similarity(tail, head))));
  if (!exact && !fragment && likeness < LEAST_LIKENESS && hasOwnHead(stack, definition)) return { weight: 0, exact };
  const foreignGroup = definition.groups.length > 0 && heads.length > 1 && !groupSeen;
  const weight =
    (inside ? 2 : exact ? (atEnd === 0 ? 3 : 2.5) : likeness >= LEAST_LIKENESS ? likeness * 1.5 : fragment ? 0.5 : 0) +
    (groupSeen ? 1 : 0) -
    (foreignGroup ? 0.75 : 0) +
    (numbered ? 0.5 : 0);
  return { weight: Math.max(weight, 0), exact };
}

/** Whether the head is those of two columns run together: it can't be told which of them stands below. */
function isRunTogether(stack: HeadStack, definitions: readonly ColumnDefinition[]): boolean {
  const leaf = plainHead(stack.findLast((head) => squeeze(head) !== '') ?? '');
  const owners = (head: string): readonly ColumnDefinition[] =>
    definitions.filter(({ heads, groups }) => heads.includes(head) || groups.includes(head));
  if (owners(leaf).length > 0) return false;
  return Array.from(leaf).some((_, at) => {
    const [first, second] = [owners(leaf.slice(0, at)), owners(leaf.slice(at))];
    return first.length > 0 && second.some((own) => !first.includes(own) || second.length > 1);
  });
}

/** Whether more columns have these heads than the template has such columns: their group, which told them apart, is lost. */
function isRepeated(stack: HeadStack, stacks: readonly HeadStack[], definitions: readonly ColumnDefinition[]): boolean {
  const textOf = (own: HeadStack): string => own.map(plainHead).join(' ').trim();
  const text = textOf(stack);
  const same = stacks.filter((own) => textOf(own) === text).length;
  if (same < 2 || definitions.length < 2) return false;
  const leaf = text.split(' ').at(-1) ?? '';
  const wanted = definitions.filter(({ heads }) => heads.includes(leaf)).length;
  return wanted > 0 && wanted < same;
}

/** Whether the head of several of the template's columns stands above one: it is their sum, and none of them. */
function isGroupAlone(
  stack: HeadStack,
  stacks: readonly HeadStack[],
  definitions: readonly ColumnDefinition[],
): boolean {
  const leafOf = (own: HeadStack): string => plainHead(own.findLast((head) => squeeze(head) !== '') ?? '');
  const leaf = leafOf(stack);
  const spanned = definitions.filter(({ heads, groups }) => groups.includes(leaf) && !heads.includes(leaf));
  return spanned.length > 1 && stacks.filter((own) => own.some((head) => plainHead(head) === leaf)).length === 1;
}

/** Whether heads speak of another balance or stage than the column: likeness must not join 预算数 and 决算数. */
function isOther(heads: readonly string[], { part, heads: own }: ColumnDefinition): boolean {
  const text = heads.join(' ');
  if (/(?:上年|年初).*结转/.test(text) !== (part === 'OPENING') && /(?:上年|年初).*结转/.test(text)) return true;
  if (/年末.*结转|结转下年/.test(text) && part !== 'CLOSING') return true;
  const [budget, accounts] = [/预算数?$/.test(heads.at(-1) ?? ''), /决算数?$/.test(heads.at(-1) ?? '')];
  const named = own.some((head) => /(?:预算|决算)数?$/.test(head));
  if (!named || budget === accounts) return false;
  return !own.some((head) => (budget ? /预算数?$/ : /决算数?$/).test(head));
}

/** Whether a head stands above the column that is not the template's head of a group of columns. */
function hasOwnHead(stack: HeadStack, { groups }: Pick<ColumnDefinition, 'groups'>): boolean {
  const spans = groups.flatMap((group) => group.split(' '));
  return stack.map(squeeze).some((head) => head !== '' && !spans.includes(head));
}

/** Every run of neighbouring heads as one text: a damaged line may stand below or above a good one. */
function pieces(heads: readonly string[]): string[] {
  return heads.flatMap((_, from) =>
    heads.slice(from).map((__, length) => heads.slice(from, from + length + 1).join('')),
  );
}

/** Each column's definition where every one has exactly one best exact candidate and none is wanted twice. */
function matchUniquely(candidates: readonly (readonly Candidate[])[]): (number | null)[] | null {
  const places: number[] = [];
  for (const row of candidates) {
    const best = Math.max(...row.map(({ weight }) => weight));
    const winners = row.flatMap((candidate, place) => (candidate.exact && candidate.weight === best ? [place] : []));
    if (winners.length !== 1) return null;
    places.push(winners[0] as number);
  }
  return new Set(places).size === places.length ? places : null;
}

/**
 * The template's order where it has as many columns as the page, one head is lost and all others are the template's in its
 * order: the page moved them to the left.
 */
function matchDisplaced(
  candidates: readonly (readonly Candidate[])[],
  stacks: readonly HeadStack[],
  definitions: readonly ColumnDefinition[],
): number[] | null {
  const spans = { groups: definitions.flatMap(({ groups }) => groups) };
  const named = candidates.filter((_, column) => hasOwnHead(stacks[column] ?? [], spans));
  const places = named.map((row) => row.findIndex(({ exact }) => exact));
  const rising = places.every((place, index) => place > (places[index - 1] ?? -1));
  if (stacks.length !== definitions.length || named.length !== stacks.length - 1 || !rising) return null;
  return definitions.map((_, place) => place);
}

/** Heaviest assignment that keeps the template's order; a column whose head the page lost takes the place between two sure ones. */
function matchInOrder(
  candidates: readonly (readonly Candidate[])[],
  stacks: readonly HeadStack[],
  definitions: readonly ColumnDefinition[],
): (number | null)[] {
  const count = definitions.length;
  const columns = candidates.length;
  const best = Array.from({ length: columns + 1 }, () => new Array<number>(count + 1).fill(0));
  for (let column = columns - 1; column >= 0; column--) {
    for (let place = count - 1; place >= 0; place--) {
      const take = (candidates[column]?.[place]?.weight ?? 0) + (best[column + 1]?.[place + 1] ?? 0);
      const skip = Math.max(best[column + 1]?.[place] ?? 0, best[column]?.[place + 1] ?? 0);
      (best[column] as number[])[place] = Math.max(take, skip);
    }
  }
  const places: (number | null)[] = new Array<number | null>(columns).fill(null);
  for (let column = 0, place = 0; column < columns && place < count;) {
    const here = best[column]?.[place] ?? 0;
    const weight = candidates[column]?.[place]?.weight ?? 0;
    if (weight > 0 && here === weight + (best[column + 1]?.[place + 1] ?? 0)) places[column++] = place++;
    else if (here === (best[column]?.[place + 1] ?? 0)) place++;
    else column++;
  }
  const groups = definitions.flatMap((definition) => definition.groups);
  const headless = stacks.map((stack) => !hasOwnHead(stack, { groups }));
  return fillGaps(places, headless, definitions);
}

function fillGaps(
  places: readonly (number | null)[],
  headless: readonly boolean[],
  definitions: readonly ColumnDefinition[],
): (number | null)[] {
  const filled = [...places];
  if (places.some((place, column) => place === null && headless[column] !== true)) return filled;
  for (let column = 0; column < filled.length; column++) {
    if (filled[column] !== null) continue;
    const end = filled.findIndex((place, index) => index > column && place !== null);
    const stop = end < 0 ? filled.length : end;
    const from = column === 0 ? 0 : (filled[column - 1] as number) + 1;
    const to = end < 0 ? definitions.length : (filled[end] as number);
    const usual = definitions.slice(from, to).every(({ optional }) => !optional);
    const sure = usual && (column > 0 || end >= 0) && headless.slice(column, stop).every(Boolean);
    if (sure && to - from === stop - column) for (let at = column; at < stop; at++) filled[at] = from + at - column;
    column = stop;
  }
  return filled;
}
