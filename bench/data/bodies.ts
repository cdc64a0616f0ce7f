import type { Fund } from '../../src/domain/closed-lists.js';
import { always, becoming } from './codes-of-years.js';
import type { CodesOfYears } from './codes-of-years.js';

/** Whose money is spent: that of a budget, or the department's other revenue. */
export type Purse = Extract<Fund, 'GENERAL_PUBLIC' | 'GOVERNMENT_FUND' | 'OTHER'>;

/** What a department spends money on: one 项, or those that stand for one another as the classification changes. */
export interface Purpose {
  readonly items: CodesOfYears;
  readonly purse: Purse;
  readonly part: 'BASIC' | 'PROJECT';
  /** To that of the department's other purposes. */
  readonly weight: number;
  /** So many of a thousand such departments have it. */
  readonly permille: number;
}

export interface Body {
  /** The name it bears today. */
  readonly name: string;
  /** What it spends in a year, 万元, in a district of middling size. */
  readonly size: number;
  readonly purposes: readonly Purpose[];
}

const basic = (items: CodesOfYears, weight: number, permille = 1000): Purpose => ({
  ...{ items, purse: 'GENERAL_PUBLIC', part: 'BASIC', weight, permille },
});
const project = (items: CodesOfYears, weight: number, permille = 1000): Purpose => ({
  ...{ items, purse: 'GENERAL_PUBLIC', part: 'PROJECT', weight, permille },
});
const fund = (items: CodesOfYears, weight: number, permille: number): Purpose => ({
  ...{ items, purse: 'GOVERNMENT_FUND', part: 'PROJECT', weight, permille },
});
const own = (items: CodesOfYears, weight: number): Purpose => ({
  ...{ items, purse: 'OTHER', part: 'PROJECT', weight, permille: 250 },
});

/** What every department pays for its staff, beside 行政运行. */
const STAFF: readonly Purpose[] = [
  basic(always('2080501'), 30, 350),
  basic(becoming(null, 2015, '2080505'), 60),
  basic(becoming(null, 2016, '2080506'), 28, 450),
  basic(becoming('2089901', 2021, '2089999'), 6, 120),
  basic(always('2101101'), 32, 550),
  basic(always('2210201'), 55),
  basic(always('2210203'), 40, 200),
];

/** A body that runs on the first item, and does what the others say. */
function makeBody(name: string, size: number, running: CodesOfYears, purposes: readonly Purpose[]): Body {
  const [first] = purposes;
  const other = first ? [own(first.items, Math.ceil(first.weight / 8))] : [];
  return { name, size, purposes: [basic(running, 520), ...purposes, ...other, ...STAFF] };
}

/** The bodies of a county, those of which every county has one first. */
export const BODIES: readonly Body[] = [
  makeBody('教育局', 6200, always('2050101'), [
    project(always('2050202'), 900),
    project(always('2050203'), 500, 500),
    fund(always('2296004'), 60, 300),
  ]),
  makeBody('财政局', 2400, always('2010601'), [project(always('2010602'), 260), project(always('2010607'), 120, 400)]),
  makeBody('政务服务数据管理局', 1900, always('2010301'), [
    project(always('2010302'), 300),
    project(always('2060499'), 200, 300),
  ]),
  makeBody('卫生健康局', 5200, always('2100101'), [
    project(always('2100408'), 600),
    project(always('2100799'), 250, 500),
    fund([...becoming(null, 2020, '2340101'), [null, 2021]], 150, 400),
  ]),
  makeBody('民政局', 3600, always('2080201'), [
    project(always('2081002'), 420),
    project(always('2081901'), 300, 400),
    fund(always('2296002'), 120, 500),
  ]),
  makeBody('人力资源和社会保障局', 2800, always('2080101'), [
    project(always('2080109'), 260),
    project(always('2080799'), 320, 400),
  ]),
  makeBody('住房和城乡建设局', 5800, always('2120101'), [
    project(becoming('2129901', 2021, '2129999'), 700),
    fund(always('2120801'), 500, 400),
  ]),
  makeBody('农业农村局', 3900, always('2130101'), [
    project(always('2130108'), 380),
    project(always('2130599'), 220, 450),
  ]),
  makeBody('市场监督管理局', 3100, becoming('2011501', 2019, '2013801'), [
    project(becoming('2011502', 2019, '2013802'), 240),
  ]),
  makeBody('应急管理局', 1500, becoming('2150601', 2019, '2240101'), [
    project(becoming('2150605', 2019, '2240106'), 260),
  ]),
  makeBody('交通运输局', 4100, always('2140101'), [project(always('2140106'), 640), fund(always('2120801'), 160, 150)]),
  makeBody('文化广电旅游体育局', 2300, always('2070101'), [
    project(always('2070199'), 280),
    fund(always('2296003'), 90, 400),
  ]),
  makeBody('发展和改革局', 1700, always('2010401'), [project(always('2010402'), 220)]),
  makeBody('司法局', 1600, always('2040601'), [project(always('2040604'), 150)]),
  makeBody('审计局', 1100, always('2010801'), [project(always('2010804'), 140)]),
  makeBody('统计局', 800, always('2010501'), [project(always('2010507'), 160)]),
  makeBody('水务局', 3800, always('2130301'), [project(always('2130306'), 560)]),
  makeBody('自然资源局', 3000, always('2200101'), [project(always('2200102'), 300), fund(always('2120801'), 420, 400)]),
  makeBody('科技和工业信息化局', 1800, always('2150501'), [project(always('2060499'), 340)]),
  makeBody('城市管理和综合执法局', 4600, always('2120104'), [project(always('2120501'), 820)]),
  makeBody('商务局', 900, always('2160201'), [project(always('2160202'), 160)]),
  makeBody('总工会', 600, always('2012901'), [project(always('2012999'), 150)]),
];
