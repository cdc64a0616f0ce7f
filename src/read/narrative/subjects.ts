import type { MetricKey } from '../../domain/closed-lists.js';

/** Whose money a sentence is about, told by its first subject or its section. */
export const FUND = /财政拨款|一般公共预算|政府性基金|国有资本经营/;
const GENERAL = /财政拨款|一般公共预算/;
const NON_TAX = /非税/;
const PROCUREMENT = /政府采购/;
const ASSETS = /国有资产|资产占|车辆/;

/** A kind of name that the narrative gives numbers for. Patterns match a name without blanks and quotation marks. */
export interface SubjectKind {
  readonly pattern: RegExp;
  readonly metrics: readonly (MetricKey | null)[];
  readonly unit: 'MONEY' | 'COUNT';
  /** Where the name means this: in a sentence or section that speaks of it. */
  readonly within?: RegExp;
  readonly notWithin?: RegExp;
  /** Where it means a fund's part of it: the name stays, the metric goes. */
  readonly narrowedBy?: RegExp;
  /** Units of things counted, where the name fits several. */
  readonly units?: readonly string[];
  /** The subject after which the number is about this. */
  readonly after?: RegExp;
  readonly budgetOnly?: true;
  /** The figure has no stage: it is what there is on a day. */
  readonly asset?: true;
  /** Another account of the tables may have the same name. */
  readonly ownAccount?: false;
}

type Row = readonly [RegExp, MetricKey | null | readonly MetricKey[], Partial<SubjectKind>?];

function kindsOf(unit: 'MONEY' | 'COUNT', rows: readonly Row[]): SubjectKind[] {
  return rows.map(([pattern, metric, more]) => ({
    pattern,
    metrics: metric === null || typeof metric === 'string' ? [metric] : metric,
    unit,
    ...more,
  }));
}

const ALL_FUNDS = { narrowedBy: FUND };

/** Money, by its whole name. */
export const MONEY_SUBJECTS: readonly SubjectKind[] = kindsOf('MONEY', [
  [/^收(?:入)?[、和]?支(?:出)?(?:决算|预算)?总计$/, ['TOTAL_REVENUE', 'TOTAL_EXPENDITURE'], ALL_FUNDS],
  [/^收支总(?:预算|决算)$/, ['TOTAL_REVENUE', 'TOTAL_EXPENDITURE'], ALL_FUNDS],
  [/^财政拨款收(?:入)?[、和]?支(?:出)?(?:(?:决算|预算)?总计|总(?:预算|决算))$/, null],
  [/^(?:总收入|收入(?:决算|预算)?总计)$/, 'TOTAL_REVENUE', ALL_FUNDS],
  [/^(?:总支出|支出(?:决算|预算)?总计)$/, 'TOTAL_EXPENDITURE', ALL_FUNDS],
  [/^收入预算$/, 'TOTAL_REVENUE', { ...ALL_FUNDS, budgetOnly: true }],
  [/^支出预算$/, 'TOTAL_EXPENDITURE', { ...ALL_FUNDS, budgetOnly: true }],
  [/^(?:本年收入(?:合计)?|收入(?:决算)?合计)$/, 'REVENUE', ALL_FUNDS],
  [/^(?:本年支出(?:合计)?|支出(?:决算)?合计)$/, 'EXPENDITURE', ALL_FUNDS],
  [/^(?:本年)?财政拨款收入(?:决算)?(?:合计)?$/, 'APPROPRIATION_REVENUE'],
  [/^财政拨款(?:收入|支出)(?:决算)?总计$/, null],
  [/^(?:本年)?财政拨款支出(?:决算)?(?:合计)?$/, null],
  [/^(?:一般公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:当年)?(?:财政)?(?:拨款)?收入$/, null, { notWithin: NON_TAX }],
  [/^(?:上级补助|事业|经营|附属单位上缴|附属单位)收入$/, null],
  [/^其他收入$/, 'OTHER_REVENUE', { notWithin: NON_TAX }],
  [/^年初结转(?:和)?结余$/, 'OPENING_BALANCE', ALL_FUNDS],
  [/^年末结转(?:和)?结余$/, 'CLOSING_BALANCE', ALL_FUNDS],
  [/^(?:使用非财政拨款结余|用事业基金弥补收支差额|结余分配)$/, null],
  [/^基本支出$/, 'BASIC_EXPENDITURE', ALL_FUNDS],
  [/^项目支出$/, 'PROJECT_EXPENDITURE', ALL_FUNDS],
  [/^(?:上缴上级|经营|对附属单位补助)支出$/, null],
  [/^(?:一般公共预算|公共财政预算)(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年)?支出$/, 'GENERAL_PUBLIC_EXPENDITURE'],
  [/^政府性基金(?:预算)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年)?支出$/, 'GOVERNMENT_FUND_EXPENDITURE'],
  [/^国有资本经营(?:预算)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年)?支出$/, 'STATE_CAPITAL_EXPENDITURE'],
  [/^支出$/, 'GOVERNMENT_FUND_EXPENDITURE', { after: /^政府性基金.*收入$/ }],
  [/^支出$/, 'STATE_CAPITAL_EXPENDITURE', { after: /^国有资本经营.*收入$/ }],
  [/^(?:一般公共预算|公共财政预算)?(?:财政)?(?:拨款)?(?:本年)?(?:基本|项目)支出$/, null],
  [/^一般公共预算(?:当年)?(?:财政)?拨款$/, null],
  [/^人员(?:经费|支出)$/, 'PERSONNEL_EXPENDITURE', { within: GENERAL }],
  [/^(?:日常)?公用(?:经费|支出)$/, 'OPERATING_EXPENDITURE', { within: GENERAL }],
  [/^(?:人员(?:经费|支出)|(?:日常)?公用(?:经费|支出))$/, null],
  [/^其他资本性(?:支出)?$/, null, { ownAccount: false }],
  [/^(?:一般公共预算)?(?:财政拨款)?(?:安排的?)?三公经费(?:一般公共预算)?(?:财政拨款)?(?:支出)?$/, 'THREE_OFFICIAL_EXPENSES'],
  [/^因公出国\(境\)(?:费用|费|经费)?(?:支出)?$/, 'TRAVEL_ABROAD'],
  [/^公务用车购置[及和与]运行(?:维护)?(?:费用|费|经费)?(?:支出)?$/, 'VEHICLE_EXPENSES'],
  [/^公务用车购置(?:费用|费|经费)?(?:支出)?$/, 'VEHICLE_PURCHASE'],
  [/^公务用车运行(?:及?维护)?(?:费用|费|经费)?(?:支出)?$/, 'VEHICLE_RUNNING'],
  [/^公务接待(?:费用|费|经费)?(?:支出)?$/, 'HOSPITALITY'],
  [/^(?:国内|国外|外宾|外事|国\(境\)外)(?:公务)?接待(?:费用|费)?(?:支出)?$/, null],
  [/^(?:机关运行经费|行政经费|行政经费\(机关运行经费\)|机关运行\(行政\)经费)(?:财政拨款)?(?:支出)?$/, 'AGENCY_RUNNING_COSTS'],
  [/^政府采购(?:支出|预算|计划|合同)?(?:总额|总金额|金额)?$/, 'PROCUREMENT'],
  [/^(?:政府采购|采购)?货物(?:类)?(?:采购)?(?:支出|预算|金额)?$/, 'PROCUREMENT_GOODS', { within: PROCUREMENT }],
  [/^(?:政府采购|采购)?工程(?:类)?(?:采购)?(?:支出|预算|金额)?$/, 'PROCUREMENT_WORKS', { within: PROCUREMENT }],
  [/^(?:政府采购|采购)?服务(?:类)?(?:采购)?(?:支出|预算|金额)?$/, 'PROCUREMENT_SERVICES', { within: PROCUREMENT }],
  [/^授予中小(?:微)?企业(?:的)?(?:政府采购)?(?:采购)?合同(?:总)?金额$/, 'PROCUREMENT_SMALL_FIRMS'],
  [/^授予(?:小微|小型|微型|小型微型|监狱|残疾人福利性)企业(?:的)?(?:政府采购)?(?:采购)?合同(?:总)?金额$/, null],
  [/^会议(?:费|费用|经费)(?:支出)?$/, 'MEETINGS'],
  [/^培训(?:费|费用|经费)(?:支出)?$/, 'TRAINING'],
  [/^非税收入(?:征缴)?$/, 'NON_TAX_REVENUE'],
  [/^(?:政府性基金|专项|行政事业性收费|罚没|国有资本经营|国有资源\(资产\)有偿使用|捐赠|政府住房基金|其他)收入$/, null, { within: NON_TAX }],
  [/^纳入(?:财政)?(?:预算|财政专户|专户)管理(?:\(?已缴(?:国库|财政专户)\)?)?$/, null, { within: NON_TAX }],
  [/^(?:固定|国有)?资产(?:总额|总值|原值|净值)?$/, null, { asset: true, within: ASSETS }],
  [/^固定资产$/, null, { asset: true }],
  [/^拟购置固定资产$/, null],
]); // prettier-ignore

const TRAVEL = { units: ['个', '批', '批次', '次'] };
const RECEPTION = { units: ['批次', '批', '次', '个'] };
const PERSONS = { units: ['人次', '人'] };
const CARS = { units: ['辆', '台'] };

/** Things counted, by the end of the text before their number. */
export const COUNT_SUBJECTS: readonly SubjectKind[] = kindsOf('COUNT', [
  [/参加其[他它]单位(?:组织)?的?(?:因公)?出国(?:\(境\))?团组(?:数)?$/, null, TRAVEL],
  [/(?<!来访)(?<!来宾)(?:因公)?出国(?:\(境\))?(?:组团|团组|团)(?:数|个数)?$/, 'TRAVEL_GROUP_COUNT', TRAVEL],
  [/^(?:累计|(?:累计)?(?:因公)?出国(?:\(境\))?人(?:次|数|员)?数?|参加人次)?$/, 'TRAVELLER_COUNT', { ...PERSONS, after: /出国.*团/ }],
  [/公务用车保有量$/, 'VEHICLE_COUNT', CARS],
  [/(?:公务用车购置(?:数|量|数量)?|购置公务用车|更新公务用车)$/, null, CARS],
  [/(?:国外|境外|国外、境外|国\(境\)外|外宾|外事)(?:公务)?(?:来访)?(?:接待)?(?:团组|批次|接待)?$/, null, RECEPTION],
  [/^(?:接待)?(?:来访)?(?:外宾|来宾|人员|人数|人次)?$/, null, { ...PERSONS, after: /国外|境外|国\(境\)外|外宾|外事/ }],
  [/国内(?:公务)?(?:来访)?(?:接待|团组)(?:批次|团组|批次数)?$/, 'RECEPTION_COUNT', RECEPTION],
  [/(?<![外事宾])公务接待(?:批次|批次数)?$/, 'RECEPTION_COUNT', RECEPTION],
  [/^(?:国内)?(?:公务)?(?:接待)?(?:来访)?(?:来宾|人次|人数|人员)?数?$/, 'GUEST_COUNT', { ...PERSONS, after: /国内.*(?:接待|团组)|^公务接待/ }],
  [/(?<=共有|现有|拥有|实有)(?:公务)?车辆$/, null, { ...CARS, asset: true }],
  [/车辆$/, null, { ...CARS, within: ASSETS, asset: true }],
  [/[\p{Script=Han}()]{2,24}用车(?:\([^()]*\))?$/u, null, { ...CARS, within: ASSETS, asset: true }],
  [/(?:单价|单位价值|单台价值|价值)在?(?:人民币)?\d+万元(?:\(含\)|含)?(?:及)?以上的?(?:\([^()]*\))?(?:通用|专用|大型)?设备(?:\([^()]*\))?$/, null, { units: ['台(套)', '台/套', '台', '套'], asset: true }],
  [/房屋(?:建筑)?(?:面积)?$/, null, { units: ['平方米'], asset: true, within: ASSETS }],
]); // prettier-ignore
