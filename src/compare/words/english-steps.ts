import type { StepWords } from './step-words.js';

export const ENGLISH_STEPS: StepWords = {
  formula: {
    sum: (measure, departments) => `Σ ${measure} over ${departments} departments`,
    terms: (measure) => `${measure} = the terms of each added`,
    perCapita: (value) => `${value} / population`,
    realTerms: (value) => `${value} × deflator of the base year / deflator`,
    index: (value) => `${value} / its value in the base year × 100`,
    againstBaseline: (value) => `${value}, against its baseline`,
  },
  total: () => 'total',
  warning: (code) => code,
  missing: (reason, lacking) => (lacking === null ? reason : `${reason}: no ${lacking} is here`),
  noValue: () => 'no value',
  noBaseline: () => 'no baseline',
  ofBaseline: (label) => `baseline: ${label}`,
  ofIndexBase: (label) => `base of the index: ${label}`,
  rounded: (label) => `${label}, rounded half up at 8 decimals`,
  figure: (measure, department, year, stage) =>
    `${measure} of ${department}, ${year}${stage === null ? '' : ` ${stage}`}`,
  derivedBy: (label, terms) => `${label}, by ${terms}`,
  derivedOtherwise: () => 'derived in another way',
  sum: () => 'sum',
  divisorSum: () => 'sum of what it is divided by',
  quotient: (kind, divisor) => (kind === 'SHARE' ? 'share' : kind === 'RATIO' ? 'ratio' : `for one of ${divisor.name}`),
  perCapita: () => 'a head',
  realTerms: () => 'in prices of the base year',
  index: () => 'index',
  average: (of, count) => `${of.toLowerCase()} of ${count}`,
  median: (terms) => `median(${terms.join(', ')})`,
  difference: () => 'difference',
  ratio: () => 'ratio',
  changeRate: () => 'rate of change',
  statistic: ({ kind, districtCode, year, vintage, source }) => {
    const label = kind === 'POPULATION' ? `population of ${districtCode}, ${year}` : `deflator, ${year}`;
    return `${label} (${vintage}; ${source})`;
  },
  statisticValue: ({ kind, value }) => (kind === 'POPULATION' ? `${value} 万人` : `${value} (2015 = 100)`),
};
