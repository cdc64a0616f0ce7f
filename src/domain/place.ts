import { UNIDENTIFIED_DIVISION } from './reference.js';
import type { Reference } from './reference.js';
import type { Division } from './reference-tables.js';

/** A body's name, taken apart into its place and the rest. */
export interface PlacedBody {
  /** Undefined where the name has no place or an ambiguous one. */
  readonly district: Division | undefined;
  /** Six digits; 000000 where the name can't be placed. */
  readonly districtCode: string;
  /** The name without blanks, its brackets full width. */
  readonly name: string;
  /** The name without its place: equal for peers. Without 人民政府 where more follows, without a final （本级）. */
  readonly body: string;
}

/**
 * Finds the division in the name of a body. The first place of the name counts, the longest reading of it wins, and every
 * division named must lie in the one before it. A district named without its city is placed only if no other bears the name
 * today (or, where none does today, only one did); a name that fits several divisions is not placed at all.
 * @example placeBody('杭州市西湖区教育局', reference) // 330106, 教育局
 * @example placeBody('中共杭州市西湖区委组织部', reference) // 330106, 党委组织部
 */
export function placeBody(name: string, reference: Reference): PlacedBody {
  const full = normaliseName(name);
  const place = findPlace(full, spellingsOf(reference), reference);
  if (!place) return { district: undefined, districtCode: UNIDENTIFIED_DIVISION, name: full, body: cutScope(full) };
  const body = nameBody(full.slice(0, place.start), cutScope(full.slice(place.end)));
  return { district: place.division, districtCode: place.division.code, name: full, body: body || full };
}

function normaliseName(name: string): string {
  return name
    .replace(/[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
}

/** （本级） tells which part of the department a report is about; the body is the same. */
export function cutScope(rest: string): string {
  return rest.replace(/(?:（(?:本级|机关|汇总)）|本级)$/, '');
}

/** A party committee is printed as 中共…区委, …区委 or 中国共产党…区委员会: one body, 党委. */
function nameBody(before: string, after: string): string {
  const party = /^(?:中共|中国共产党)$/.test(before);
  if (party && /^委/.test(after)) return `党委${after.replace(/^委(?:员会)?/, '')}`;
  if (before === '' && /^委(?!员会|托|派)/.test(after)) return `党委${after.slice(1)}`;
  return `${party ? '' : before}${after.replace(/^人民政府(?=.)/, '')}`;
}

interface Match {
  readonly division: Division;
  readonly end: number;
}
interface Place extends Match {
  readonly start: number;
}

interface Spelling {
  readonly division: Division;
  /** Without its suffix (广东, 广州): stands only before a division that lies in it. */
  readonly short: boolean;
}
interface Spellings {
  readonly byText: ReadonlyMap<string, readonly Spelling[]>;
  readonly longest: number;
}

function findPlace(name: string, spellings: Spellings, reference: Reference): Place | undefined {
  for (let start = 0; start < name.length; start++) {
    const matches = matchFrom(name, start, spellings, reference).filter(({ first }) =>
      mayStand(first, name.slice(0, start)),
    );
    const end = Math.max(0, ...matches.map((match) => match.end));
    const longest = matches.filter((match) => match.end === end).map(({ division }) => division);
    if (longest.length === 0) continue;
    const division = chooseOne(longest);
    return division && { division, start, end };
  }
  return undefined;
}

/**
 * A district may open the place at the head of the name or after a body of the whole country; further inside it is too often
 * a chance hit (…市南区…). Districts called by a mere direction (城区, 东区) need their city before them.
 */
function mayStand(first: Division, before: string): boolean {
  if (first.level !== 'COUNTY') return true;
  return !VAGUE_NAMES.test(first.name) && (before === '' || NATIONAL_BODY.test(before));
}

const NATIONAL_BODY = /(?:中共|共产党|总局|协商会议|青年团|共青团|联合会|总工会)$/;

function chooseOne(divisions: readonly Division[]): Division | undefined {
  const distinct = [...new Set(divisions)];
  const present = distinct.filter(({ until }) => until === null);
  const candidates = present.length > 0 ? present : distinct;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function matchFrom(
  name: string,
  start: number,
  spellings: Spellings,
  reference: Reference,
): (Match & { readonly first: Division })[] {
  return spelledAt(name, start, spellings).flatMap((spelled) =>
    extend(name, spelled, spellings, reference).map((match) => ({ ...match, first: spelled.division })),
  );
}

function spelledAt(
  name: string,
  start: number,
  { byText, longest }: Spellings,
): (Spelling & { readonly end: number })[] {
  const last = Math.min(name.length, start + longest);
  const found: (Spelling & { readonly end: number })[] = [];
  for (let end = start + 2; end <= last; end++) {
    for (const spelling of byText.get(name.slice(start, end)) ?? []) found.push({ ...spelling, end });
  }
  return found;
}

/** All ways to read on from a division: itself, if its name is whole, and what lies in it. */
function extend(
  name: string,
  { division, short, end }: Spelling & { readonly end: number },
  spellings: Spellings,
  reference: Reference,
): Match[] {
  const inside = spelledAt(name, end, spellings)
    .filter((next) => liesIn(next.division, division, reference))
    .flatMap((next) => extend(name, next, spellings, reference));
  return short ? inside : [{ division, end }, ...inside];
}

const VAGUE_NAMES = /^(?:[城郊矿东南西北]区|市[中南北]区)$/;

function liesIn(division: Division, outer: Division, reference: Reference): boolean {
  if (division.parentCode === outer.code) return true;
  if (division.code === outer.code || VAGUE_NAMES.test(division.name)) return false;
  return reference.lineage(division.code).some(({ code }) => code === outer.code);
}

/** The index of a reference is made once and lives as long as the reference. */
const SPELLINGS = new WeakMap<Reference, Spellings>();

function spellingsOf(reference: Reference): Spellings {
  const known = SPELLINGS.get(reference);
  if (known) return known;
  const byText = new Map<string, Spelling[]>();
  for (const division of reference.divisions) {
    for (const [text, short] of spell(division)) byText.set(text, [...(byText.get(text) ?? []), { division, short }]);
  }
  const spellings = { byText, longest: Math.max(0, ...[...byText.keys()].map(({ length }) => length)) };
  SPELLINGS.set(reference, spellings);
  return spellings;
}

/** The ways a division is written, each with whether it is the short form. */
function spell({ name, formerNames, level }: Division): ReadonlyMap<string, boolean> {
  const spellings = new Map<string, boolean>();
  if (level === 'RESERVED') return spellings;
  for (const whole of [name, ...formerNames]) {
    const plain = dropPeoples(whole);
    if (level !== 'COUNTY') spellings.set(plain.replace(SUFFIX, ''), true);
    spellings.set(plain, false).set(whole, false);
  }
  return spellings;
}

const SUFFIX = /(?:特别行政区|自治区|自治州|地区|省|市|州|盟)$/;
const PEOPLES = [
  ...[
    '各族',
    '蒙古族?',
    '回族',
    '藏族',
    '维吾尔',
    '苗族',
    '彝族',
    '壮族',
    '布依族',
    '朝鲜族',
    '满族',
    '侗族',
    '瑶族',
    '白族',
  ],
  ...[
    '土家族',
    '哈尼族',
    '哈萨克族?',
    '傣族',
    '黎族',
    '傈僳族',
    '佤族',
    '畲族',
    '拉祜族',
    '水族',
    '东乡族',
    '纳西族',
    '景颇族',
  ],
  ...[
    '柯尔克孜',
    '土族',
    '达斡尔族',
    '仫佬族',
    '羌族',
    '布朗族',
    '撒拉族',
    '毛南族',
    '仡佬族',
    '锡伯',
    '普米族',
    '塔吉克',
  ],
  ...['怒族', '保安族', '裕固族', '独龙族'],
].join('|');
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})+(自治区|自治[州县旗])$`);

/** 恩施土家族苗族自治州 is written 恩施州 too, 石柱土家族自治县 石柱县, 广西壮族自治区 广西自治区. */
function dropPeoples(name: string): string {
  const [, base, kind] = AUTONOMOUS.exec(name) ?? [];
  if (base === undefined || kind === undefined) return name;
  return base + (kind === '自治区' ? kind : kind.slice(-1));
}
