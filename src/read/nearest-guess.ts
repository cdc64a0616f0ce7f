import type { PrintedLine } from './printed-line.js';

/** What else offices publish beside their budgets and accounts, by words of the first lines; the first that fits. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/绩效(?:自评|评价|目标).{0,12}(?:报告|公开)|绩效评价结果/, 'a performance evaluation (绩效评价)'],
  [/审计(?:结果|工作)?(?:报告|公告)|审计查出/, 'an audit report (审计)'],
  [/招标|中标|成交公告|采购(?:公告|意向|项目)/, 'a procurement notice (政府采购)'],
  [
    /(?:政府|财政|本级|全[省市县区]|公共)(?:总)?(?:决算|预算)(?!公开目录)|预算执行情况|预决算草案/,
    "a whole government's budget or accounts (政府预算、财政决算)",
  ],
  [/三公经费(?:预算|决算)?(?:情况|汇总|公开)/, 'a page on 三公 expenditure alone'],
  [/信息公开.{0,8}年度报告/, 'an annual report on open government (政府信息公开年度报告)'],
  [/工作报告|工作总结|工作要点/, 'a work report (工作报告)'],
  [/(?:预算|决算)公开(?:专栏|平台|目录)|(?:部门|单位)(?:预算|决算)(?:公开)?(?:列表|汇总)/, 'a list of reports'],
];
const OPENING_LINES = 30;

/** What a document that is no departmental budget or final accounts may be instead, for the end of a sentence; empty where nothing says so. */
export function describeGuess(lines: readonly PrintedLine[]): string {
  const opening = lines.filter(({ squeezed }) => squeezed !== '').slice(0, OPENING_LINES);
  const texts = opening.map(({ squeezed }) => squeezed.replace(/[“”"]/g, ''));
  for (const text of texts) {
    const guess = OTHERS.find(([words]) => words.test(text));
    if (guess) return `: it looks like ${guess[1]}`;
  }
  return '';
}
