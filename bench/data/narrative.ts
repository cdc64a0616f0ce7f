import type { MetricKey } from '../../src/domain/closed-lists.js';
import { formatFen } from '../../src/domain/money.js';
import type { ReportedFact } from '../../src/domain/report.js';
import { addUp, splitByWeight, takeShare } from './amounts.js';
import type { Draw } from './draw.js';
import type { EconomicUse } from './economic-use.js';
import type { DepartmentYear } from './ledger.js';

type Told = Pick<ReportedFact, 'metric' | 'label' | 'kind' | 'base' | 'stage' | 'value' | 'valueUnit'> & {
  readonly section: string;
};

/** What the text of final accounts tells beside its tables, from the given line on. */
export function narrate(
  { year, ...own }: DepartmentYear,
  before: DepartmentYear,
  use: EconomicUse,
  draw: Draw,
  firstLine: number,
): ReportedFact[] {
  const spent = addUp(own.spendings.map((spending) => spending.spent));
  const spentBefore = addUp(before.spendings.map((spending) => spending.spent));
  const procured = takeShare(
    addUp(own.spendings.filter(({ part }) => part === 'PROJECT').map((one) => one.spent)),
    draw.within(80, 500),
  );
  const [goods, works, services] = splitByWeight(procured, [draw.within(1, 9), draw.within(1, 5), draw.within(2, 9)]);
  const operating = addUp([...use].filter(([code]) => !/^30[13]/.test(code)).map(([, fen]) => fen));
  const { vehicles, travellers, receptions } = own.spent;
  const facts: Told[] = [
    amount('EXPENDITURE', '本年支出', spent, '年度支出总体情况'),
    {
      ...amount('EXPENDITURE', '本年支出', spent - spentBefore, '年度支出总体情况'),
      kind: 'CHANGE',
      base: 'PREVIOUS_YEAR',
    },
    rate('EXPENDITURE', '本年支出', spent - spentBefore, spentBefore, '年度支出总体情况'),
    count('TRAVELLER_COUNT', '出国团组累计', travellers, '人次'),
    count('VEHICLE_COUNT', '公务用车保有量', vehicles, '辆'),
    count('RECEPTION_COUNT', '国内接待', receptions, '次'),
    count('GUEST_COUNT', '接待人数', receptions * draw.within(4, 11), '人'),
    amount('AGENCY_RUNNING_COSTS', '机关运行经费支出', operating, '机关运行经费支出情况'),
    amount('PROCUREMENT', '政府采购支出总额', procured, '政府采购支出情况'),
    amount('PROCUREMENT_GOODS', '政府采购货物支出', goods as bigint, '政府采购支出情况'),
    amount('PROCUREMENT_WORKS', '政府采购工程支出', works as bigint, '政府采购支出情况'),
    amount('PROCUREMENT_SERVICES', '政府采购服务支出', services as bigint, '政府采购支出情况'),
  ];
  return facts.map(({ section, ...fact }, at) => {
    const text = `${fact.label}${fact.value}${fact.valueUnit}`;
    return { ...fact, account: null, year, source: { table: null, section, line: firstLine + at, page: null, text } };
  });
}

function amount(metric: MetricKey, label: string, fen: bigint, section: string): Told {
  const value = formatFen(fen, 'WAN_YUAN');
  return { metric, label, kind: 'AMOUNT', base: null, stage: 'OUTTURN', value, valueUnit: '万元', section };
}

function count(metric: MetricKey, label: string, number: number, valueUnit: string): Told {
  const section = '“三公”经费财政拨款支出决算具体情况说明';
  return { metric, label, kind: 'COUNT', base: null, stage: null, value: String(number), valueUnit, section };
}

/** In percent with one decimal, rounded half away from zero. */
function rate(metric: MetricKey, label: string, change: bigint, before: bigint, section: string): Told {
  const size = change < 0n ? -change : change;
  const tenths = (size * 2000n + before) / (2n * before);
  const value = `${change < 0n && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}`;
  return {
    metric,
    label,
    kind: 'CHANGE_RATE',
    base: 'PREVIOUS_YEAR',
    stage: 'OUTTURN',
    value,
    valueUnit: '%',
    section,
  };
}
