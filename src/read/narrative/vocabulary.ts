import type { FactBase, Stage } from '../../domain/closed-lists.js';

/** What a figure is held against where only 预算 is said: its stage is told elsewhere. */
export type NamedBase = FactBase | 'BUDGET' | { readonly year: number };
/** The stage that a clause names; BUDGET where only 预算 is said. */
export type NamedStage = Stage | 'BUDGET';

const FIGURE = '(?:(?:支出|收入)?(?:决算|预算|执行|完成|安排)?(?:支出|收入)?(?:数|额|金额)?)';

/** What a comparison names, with what introduces it; the first that fits counts. */
const BASES: readonly (readonly [RegExp, NamedBase | 'YEAR'])[] = [
  [new RegExp(`(?:比|较|与|和|同)(?:${'上年度?|去年|上一年度?'})(?:同期)?${FIGURE}`), 'PREVIOUS_YEAR'],
  [new RegExp(`(?:比|较|与|和|同)(?:20\\d{2}年度?)?年初(?:部门)?预算${FIGURE}`), 'ORIGINAL_BUDGET'],
  [new RegExp(`(?:比|较|与|和|同)(?:20\\d{2}年度?)?(?:全年|调整后?|年中调整)(?:部门)?预算${FIGURE}`), 'REVISED_BUDGET'],
  [new RegExp(`(?:比|较|与|和|同)20\\d{2}年度?(?!年初|全年|调整)${FIGURE}`), 'YEAR'],
  [/(?:比|较|与|和|同)(?:本年|当年)?预算(?:数|安排|金额)?/, 'BUDGET'],
  [/同比/, 'PREVIOUS_YEAR'],
];
const COMPARED = /^(?:相比较?|对比|比较|比|来看)?(?:较|均|各|分别)*/;

/** What a clause names to compare with, and where; null where it names nothing. */
export function findBase(text: string): { base: NamedBase; from: number; to: number } | null {
  for (const [pattern, named] of BASES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const behind = match.index + match[0].length;
    const to = behind + (COMPARED.exec(text.slice(behind))?.[0].length ?? 0);
    const base = named === 'YEAR' ? { year: Number(/\d{4}/.exec(match[0])?.[0]) } : named;
    return { base, from: match.index, to };
  }
  return null;
}

const MANNER = '(?:了|额|额为|约|为|幅度|幅度为|率|率为|比例|比例为|支出|开支|安排|收入|数额|数|金额|共|共计)*';
/** Words of change just before their number, with the sign they give it. */
const CHANGES: readonly (readonly [RegExp, 1 | -1])[] = [
  [new RegExp(`(?:增加|增长|增多|增支|增收|上升|上涨|提高|提升|增幅为?|(?<!新)增|多)${MANNER}$`), 1],
  [new RegExp(`(?:减少|下降|降低|减支|减收|压减|缩减|压缩|回落|节约|节省|降幅为?|减|少)${MANNER}$`), -1],
];
/** Both directions printed, none struck out. */
export const BOTH_WAYS =
  /(?:增加|增长|上升|提高|增)[(/／](?:减少|下降|降低|减|增加|增长)\)?|(?:减少|下降|降低|减)[(/／](?:增加|增长|上升|提高|增|减少|下降)\)?/;

/** The direction in which the number behind a clause changes, and where its word begins; null where it is no change. */
export function findChange(text: string): { sign: 1 | -1 | 0; from: number } | null {
  const both = new RegExp(`(?:${BOTH_WAYS.source})$`).exec(text);
  if (both) return { sign: 0, from: both.index };
  for (const [pattern, sign] of CHANGES) {
    const match = pattern.exec(text);
    if (match) return { sign, from: match.index };
  }
  return null;
}

const YEAR_OF_BUDGET = '(?:20\\d{2}年度?|本年度?|当年)?';
const KIND_OF_BUDGET =
  '(年初|全年|年度|调整后?(?:的)?|年中调整)?(?:部门|支出|收入|财政拨款)?预算(?:数|安排|金额|总额|支出)*';
/** A rate of completion: 完成年初预算的, 占年初预算的, 预算完成率为. */
const COMPLETIONS: readonly RegExp[] = [
  new RegExp(`(?:完成了?|占|为|是|达到?)${YEAR_OF_BUDGET}${KIND_OF_BUDGET}的?(?:比例|比重)?为?$`),
  new RegExp(`${KIND_OF_BUDGET}(?:的)?(?:完成|执行)(?:率|进度|比例)(?:为|是|达到?|:)?$`),
];
const COMPLETED = new RegExp(`(?:完成了?|占)${YEAR_OF_BUDGET}${KIND_OF_BUDGET}(?:为|的)?$`);

/** What a rate of completion is held against, and where its words begin; null where the clause names none. */
export function findCompletion(text: string): { base: NamedBase; from: number } | null {
  for (const pattern of COMPLETIONS) {
    const match = pattern.exec(text);
    if (match) return { base: budgetNamed(match[1]), from: match.index };
  }
  return null;
}

/** The budget of which the amount behind the clause is completed by a rate (完成预算3.9万元的48.8%). */
export function findCompleted(text: string): { base: NamedBase; from: number } | null {
  const match = COMPLETED.exec(text);
  return match ? { base: budgetNamed(match[1]), from: match.index } : null;
}

function budgetNamed(word: string | undefined): NamedBase {
  if (word === '年初') return 'ORIGINAL_BUDGET';
  return word === undefined || word === '年度' ? 'BUDGET' : 'REVISED_BUDGET';
}

/** 占…的: the number behind is a share of a whole. */
export const SHARE = /占(?:[^占，]{0,30})(?:的|的比重|的比例|比|比为|比例|比例为|比重|比重为|的比重为|约|达|为)*$/;

/** Words that lead to the number behind a name; those that name a stage give it. */
export const SUFFIXES: readonly (readonly [RegExp, NamedStage | null])[] = [
  [
    /(?:为|是|达到?|约|约为|共|共计|累计|合计|总计|总额|总额为|金额|金额为|各|均|均为|分别为|数|:|支出|收入|费用|安排|资金)$/,
    null,
  ],
  [/年初(?:部门)?(?:支出|收入)?预算$/, 'ORIGINAL_BUDGET'],
  [/(?:全年|调整后?的?|年中调整后?的?)(?:支出|收入)?预算$/, 'REVISED_BUDGET'],
  [/(?:决算|完成|执行)$/, 'OUTTURN'],
  [/实际(?:发生)?$/, 'OUTTURN'],
  [/预算$/, 'BUDGET'],
];

/** Words that lead to a name. */
export const PREFIXES =
  /^(?:其中|另|另外|此外|同时|以及|并|和|及|与|包括|主要包括|含|本年度?|当年|年度|全年|本级财政|共计|共有|共(?=支出|收入|发生|安排)|实际|按规定|用于|安排|财政拨款安排的?|使用财政拨款|(?:本|我|全)(?:部门|单位|局|委|办|厅|院|处|中心|会|校|馆|站)|(?:局|办|委|厅|院|部门|单位)?机关及?(?:下属|所属)?(?:\d+|[一二三四五六七八九十]+)?个?单位|本级[及和](?:下属|所属).{0,40}(?:单位|机构)的|部门|单位|各类|,|、|:)/;
export const YEAR_PREFIX = /^((?:19|20)\d{2})年度?/;
export const YEAR_SUFFIX = /((?:19|20)\d{2})年度?$/;

/** What is done with assets, of which the number then tells nothing. */
export const DEALINGS = /购置|新购|采购|更新|处置|报废|拟|计划/;

/** Clauses that say nothing about the next number's subject. */
export const NEUTRAL =
  /^(?:其中|具体情况(?:为|如下)?|具体(?:为|如下)?|情况如下|分功能科目看|按.{0,12}(?:功能|经济)?分类.{0,8}(?:看)?|主要用于以下(?:几个?)?方面|用于以下方面|主要包括|包括|分布构成情况为|构成情况为?|(?:19|20)\d{2}年度?|本年度?|当年|全年|按支出(?:性质|用途)(?:分|看)?|较为|-+)$/;
/** The day at which something is counted. */
export const AS_OF = /^(?:截至|截止|至|截止到)?((?:19|20)\d{2})年(?:\d{1,2}月\d{1,2}日|底|末|年底|年末)(?:止)?,?/;
/** What the money is for: money that follows is not the subject's, though what is counted may be. */
export const PURPOSE = /^(?:主要)?(?:用于|是用于|内容)|开支内容/;
/** Words that lead to reasons and purposes: what follows is not about the subject. */
export const REASON =
  /原因|主要(?:是|为|用于|变动|增减|变化|情况|系|由于|因)|变动情况|由于|^因|^[一二三四五六七八九十]是|^用于|差异|预计|指用|是指/;
