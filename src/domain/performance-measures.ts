import type { TargetOperator } from './closed-lists.js';
import { compareDecimals, divideDecimals } from './exact-decimal.js';
import { levelQuantity, readActual, readTarget, unitOfName } from './performance-target.js';
import type { Quantity } from './performance-target.js';

/** What of a printed indicator its measures are made of. */
export interface PrintedIndicator {
  readonly level2: string | null;
  readonly name: string | null;
  readonly inferredName: string | null;
  readonly target: string | null;
  readonly actual: string | null;
}

/** What the printed texts of an indicator say in numbers. */
export interface IndicatorMeasures {
  /** Null: the target is a text, or none. A number without a sign or word is EQUAL. */
  readonly operator: TargetOperator | null;
  /** Exact decimal text in `valueUnit`. */
  readonly targetValue: string | null;
  /** Exact decimal text; of 90%以上 the 90. Null where the texts print no number, or one of another unit than the target's. */
  readonly actualValue: string | null;
  /** Null: no unit is printed. */
  readonly valueUnit: string | null;
  /** Null: the texts don't tell. */
  readonly met: boolean | null;
  /** actual / target, of a ceiling target / actual, rounded half up at 8 decimals: 1 or more is as planned. Null where either is no exact number. */
  readonly completion: string | null;
}

/** Raised with every change after which the same texts may be judged otherwise: stores judge again what they hold. */
export const MEASURES_VERSION = 1;

/**
 * Reads an indicator's target and outcome and holds one against the other. Decimals are compared exactly: 99.9% against 100% is not
 * met. A plain number is a plan: it is met by reaching or passing it, missed by staying below it; where less may be better (time, money,
 * complaints) only the very number tells. An `=` is met by that number alone. Where the texts print no two numbers of one unit,
 * it is met (or not) only where the outcome says so.
 */
export function measureIndicator(indicator: PrintedIndicator): IndicatorMeasures {
  const name = indicator.name ?? indicator.inferredName;
  const own = name === null ? null : unitOfName(name);
  const withUnit = (quantity: Quantity | null): Quantity | null =>
    quantity && quantity.unit === null && own !== null ? { ...quantity, unit: own } : quantity;
  const target = withUnit(indicator.target === null ? null : readTarget(indicator.target));
  const read = indicator.actual === null ? null : readActual(indicator.actual, target?.unit ?? null, name);
  const actual = withUnit(read);
  const agrees = actual !== null && (target === null || agree(target.unit, actual.unit));
  const stated = indicator.actual === null ? null : readStatement(indicator.actual);
  const lessIsBetter = LESS_IS_BETTER.test(`${indicator.level2 ?? ''} ${name ?? ''}`);
  return {
    operator: target?.operator ?? null,
    targetValue: target?.value ?? null,
    actualValue: agrees ? actual.value : null,
    valueUnit: target?.unit ?? (agrees ? actual.unit : null),
    met: target && actual ? (agrees ? judge(target, actual, lessIsBetter) : null) : stated,
    completion: target && actual && agrees ? complete(target, actual, lessIsBetter) : null,
  };
}

const LESS_IS_BETTER =
  /成本|费用|经费|金额|时限|时间|时长|耗时|周期|投诉|差错|错误|失误|事故|故障|违规|超支|退件|延误|偏差|死亡|发生率|不合格|空置/;
/** Units of time and money. */
const LESS_MAY_BE_BETTER =
  /^(?:秒|秒钟|分|分钟|小时|天|日|周|个?(?:工作日|自然日|月|星期|季度)|年|[千百万亿]*元(?:\/.*)?)$/;
/** Words that only count: a number beside one without a unit counts the same. */
const COUNTING = /^(?:[个项次条件家场套份篇台名人宗户处批所辆座株块本期]|人次|场次)$/;

function agree(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return (a === null && COUNTING.test(b ?? '')) || (b === null && COUNTING.test(a ?? ''));
}

function judge(target: Quantity, actual: Quantity, lessIsBetter: boolean): boolean | null {
  const order = compareDecimals(actual.value, target.value);
  if (!isExact(actual)) return judgeBound(target, actual, order, lessIsBetter);
  switch (target.operator) {
    case 'AT_LEAST':
      return order >= 0;
    case 'AT_MOST':
      return order <= 0;
    case 'MORE_THAN':
      return order > 0;
    case 'LESS_THAN':
      return order < 0;
    case 'EQUAL':
      if (!target.isPlain || order === 0) return order === 0;
      if (compareDecimals(target.value, '0') === 0) return false;
      return mayBeCeiling(target, lessIsBetter) ? null : order > 0;
  }
}

/** 90%以上 meets ≥90%; whether it meets ≥95% can't be told. */
function judgeBound(target: Quantity, actual: Quantity, order: number, lessIsBetter: boolean): boolean | null {
  const isFloor = isFloorTarget(target, lessIsBetter);
  const isCeiling = target.operator === 'AT_MOST' || target.operator === 'LESS_THAN';
  const passes =
    (isFloor && (actual.operator === 'AT_LEAST' || actual.operator === 'MORE_THAN') && order >= 0) ||
    (isCeiling && (actual.operator === 'AT_MOST' || actual.operator === 'LESS_THAN') && order <= 0);
  const isStrict = target.operator === 'MORE_THAN' || target.operator === 'LESS_THAN';
  const touches = order === 0 && isStrict && actual.operator !== target.operator;
  return passes && !touches ? true : null;
}

function isFloorTarget(target: Quantity, lessIsBetter: boolean): boolean {
  if (target.operator === 'EQUAL') return target.isPlain && !mayBeCeiling(target, lessIsBetter);
  return target.operator === 'AT_LEAST' || target.operator === 'MORE_THAN';
}

function mayBeCeiling({ unit }: Quantity, lessIsBetter: boolean): boolean {
  return lessIsBetter || LESS_MAY_BE_BETTER.test(unit ?? '');
}

function isExact({ operator }: Quantity): boolean {
  return operator === 'EQUAL';
}

function complete(target: Quantity, actual: Quantity, lessIsBetter: boolean): string | null {
  if (!isExact(actual) || target.value.startsWith('-') || actual.value.startsWith('-')) return null;
  if (target.operator === 'AT_MOST' || target.operator === 'LESS_THAN')
    return divideDecimals(target.value, actual.value);
  if (target.operator === 'EQUAL' && target.isPlain && mayBeCeiling(target, lessIsBetter))
    return compareDecimals(target.value, actual.value) === 0 ? divideDecimals(actual.value, target.value) : null;
  return divideDecimals(actual.value, target.value);
}

const MANNER =
  '(?:已经?|均已?|都已?|现已?|全部|全面|完全|按时|按期|如期|及时|按(?:年初)?(?:计划|要求|目标|规定)|按照?实际进度|提前|超额|圆满|顺利|有效)';
const GOAL = '(?:(?:年初|年度|既定|设定|预定|绩效|预期|总体)*(?:目标值?|指标值?|任务|效果|要求|计划|工作))';
const MET = new RegExp(
  `^(?:该指标)?(?:指标值?完成情况)?${MANNER}*(?:完成|达标|达成|达到|实现|完成到位)${GOAL}?(?:100%)?$|^(?:是|已?达预期|符合预期|达到(?:了)?预期)$`,
  'u',
);
const MISSED = new RegExp(
  `^(?:该指标)?(?:未|没有|尚未)(?:能|按时|按期|如期|全部|及时)?(?:完成|达标|达成|达到|实现)${GOAL}?$`,
  'u',
);

/** What takes back a statement before it. */
const BUT = /但|然而|不足|尚|仍|除.*外|未完成|未达|没有完成/;

/** Whether an outcome in words says that its goal was met: its whole first clause, and none after it says otherwise. */
function readStatement(actual: string): boolean | null {
  const level = levelQuantity(actual);
  const [first = ''] = level.split(/[。;,]/, 1);
  if (MET.test(first) && BUT.test(level.slice(first.length))) return null;
  return MET.test(first) ? true : MISSED.test(first) ? false : null;
}
