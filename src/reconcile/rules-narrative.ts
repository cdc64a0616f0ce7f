import { moneyOfFact } from '../domain/fact-money.js';
import type { Finding } from '../domain/finding.js';
import { formatFen, judgeSum } from '../domain/money.js';
import type { Money } from '../domain/money.js';
import type { ReportedFact } from '../domain/report.js';
import { placesOf, printedOf, wholesOf } from './fact-places.js';
import type { ReconciliationRule } from './identity.js';
import { findNearest, isNear, subjectOf } from './narrative.js';
import { judgeAmount, judgeRate, makeNarrativeRule, notEvaluable } from './narrative-findings.js';
import type { ReportFigures } from './report-figures.js';
import { shortNameOf } from './statement-names.js';

type Judge = (fact: ReportedFact, figures: ReportFigures) => Omit<Finding, 'rule'> | null;

/** What the text states against the tables, against its own sentence, and against what it states elsewhere. */
export const NARRATIVE_RULES: readonly ReconciliationRule[] = [
  makeNarrativeRule(
    'NARRATIVE.TABLE',
    ['an amount of the text is the one that a table prints', '正文所述金额与表列金额一致'],
    judgeEach(judgeTable),
  ),
  makeNarrativeRule(
    'NARRATIVE.CHANGE_RATE',
    ['rate = change / (amount - change), of its own sentence', '增减率 = 增减额 ÷（金额 - 增减额），均出自同一句'],
    judgeEach(judgeChange),
  ),
  makeNarrativeRule(
    'NARRATIVE.COMPLETION',
    ['完成率 = outturn / the budget that the text names', '完成率 = 决算数 ÷ 正文所指的预算数'],
    judgeEach(judgeCompletion),
  ),
  makeNarrativeRule(
    'NARRATIVE.SHARE',
    ['share = part / the whole that the text names', '占比 = 部分 ÷ 正文所指的总额'],
    judgeShares,
  ),
  makeNarrativeRule(
    'NARRATIVE.PARTS',
    [
      'procurement = goods + works + services; 三公 = its three parts',
      '政府采购 = 货物 + 工程 + 服务；三公经费 = 三项之和',
    ],
    findParts,
  ),
  makeNarrativeRule(
    'NARRATIVE.REPEATED',
    ['what the text states twice is one amount', '正文两处所述为同一金额'],
    findRepeated,
  ),
];

function judgeEach(judge: Judge): (figures: ReportFigures) => readonly Omit<Finding, 'rule'>[] {
  return (figures) => figures.report.reportedFacts.flatMap((fact) => judge(fact, figures) ?? []);
}

/** Of several places that the text may mean the one that agrees counts; a smaller amount may be a part of what the tables print. */
function judgeTable(fact: ReportedFact, figures: ReportFigures): Omit<Finding, 'rule'> | null {
  const stated = fact.kind === 'AMOUNT' ? moneyOfFact(fact) : null;
  const places = stated ? placesOf(fact, figures) : [];
  const [widest] = places;
  if (!stated || !widest) return null;
  const judged = places.map((item) => ({ item, outcome: judgeSum(stated, [item.amount]) }));
  const item = (
    judged.find(({ outcome }) => outcome === 'EXACT') ?? judged.find(({ outcome }) => outcome === 'ROUNDING')
  )?.item;
  const shown = item ?? widest;
  const name = `${shortNameOf(shown.statement)} ${shown.label} ${formatFen(shown.amount.fen, 'WAN_YUAN')}`;
  const finding = judgeAmount([shown.amount], stated, { fact, what: name, lineItems: [shown] });
  const isPart = !item && places.length > 1 && stated.fen < widest.amount.fen;
  return isPart
    ? notEvaluable(fact, `expected ${name}, got ${fact.value}${fact.valueUnit}, which may be a part of it`, [shown])
    : finding;
}

function judgeChange(fact: ReportedFact, { report }: ReportFigures): Omit<Finding, 'rule'> | null {
  if (fact.kind !== 'CHANGE_RATE') return null;
  const facts = report.reportedFacts;
  const same = (other: ReportedFact): boolean => subjectOf(other) === subjectOf(fact) && other.year === fact.year;
  const change = findNearest(fact, facts, (own) => same(own) && own.kind === 'CHANGE' && own.base === fact.base);
  const amount = findNearest(fact, facts, (own) => same(own) && own.kind === 'AMOUNT' && own.stage === fact.stage);
  const [delta, now] = [change && moneyOfFact(change), amount && moneyOfFact(amount)];
  if (!change || !amount || !delta || !now)
    return notEvaluable(fact, 'expected an amount and its change beside the rate, got one of them or none');
  return judgeRate(fact, {
    ...{ part: delta.fen, whole: now.fen - delta.fen, others: [{ fen: now.fen, called: 'the wrong base' }] },
    facts: [amount, change],
  });
}

function judgeCompletion(fact: ReportedFact, { report }: ReportFigures): Omit<Finding, 'rule'> | null {
  if (fact.kind !== 'COMPLETION') return null;
  const facts = report.reportedFacts;
  const ofStage = (stage: ReportedFact['stage']): ReportedFact | undefined =>
    findNearest(
      fact,
      facts,
      (own) =>
        own.kind === 'AMOUNT' && own.stage === stage && subjectOf(own) === subjectOf(fact) && own.year === fact.year,
    );
  const budget = ofStage(fact.base === 'REVISED_BUDGET' ? 'REVISED_BUDGET' : 'ORIGINAL_BUDGET');
  const outturn = ofStage('OUTTURN');
  const [base, now] = [budget && moneyOfFact(budget), outturn && moneyOfFact(outturn)];
  if (!budget || !outturn || !base || !now)
    return notEvaluable(fact, 'expected an outturn and its budget beside the rate, got one of them or none');
  return judgeRate(fact, { part: now.fen, whole: base.fen, others: [], facts: [outturn, budget] });
}

interface Stated {
  readonly fact: ReportedFact;
  readonly fen: bigint;
  /** In the order of print. */
  readonly place: number;
}

function judgeShares(figures: ReportFigures): readonly Omit<Finding, 'rule'>[] {
  const facts = figures.report.reportedFacts;
  const stated = facts.flatMap((fact, place): Stated[] => {
    const money = fact.kind === 'AMOUNT' ? moneyOfFact(fact) : null;
    return money ? [{ fact, fen: money.fen, place }] : [];
  });
  return facts.flatMap((fact, place) => (fact.kind === 'SHARE' ? judgeShare({ fact, place }, stated, figures) : []));
}

/** Wholes of one kind that a share is tried on: those nearest to it in print, so that a long text takes no time by its square. */
const MOST_WHOLES = 60;

/** A share that the wholes it may be taken of don't give is wrong; one of which no whole is known can't be judged. */
function judgeShare(
  { fact, place }: Omit<Stated, 'fen'>,
  stated: readonly Stated[],
  figures: ReportFigures,
): Omit<Finding, 'rule'> {
  const facts = figures.report.reportedFacts;
  const part = findNearest(
    fact,
    facts,
    (own) => own.kind === 'AMOUNT' && own.stage === fact.stage && subjectOf(own) === subjectOf(fact),
  );
  const amount = part && moneyOfFact(part);
  if (!part || !amount) return notEvaluable(fact, 'expected an amount beside the share, got none');
  const judgeOf = (whole: bigint, rest: Partial<Finding>): Omit<Finding, 'rule'> => ({
    ...judgeRate(fact, { part: amount.fen, whole, others: [], facts: [part, ...(rest.facts ?? [])] }),
    ...(rest.lineItems && { lineItems: rest.lineItems }),
  });
  const judgeBy = (wholes: readonly Stated[]): Omit<Finding, 'rule'>[] =>
    takeNearest(wholes, place).map((other) => judgeOf(other.fen, { facts: [other.fact] }));
  const amounts = stated.filter(
    (other) => other.fact !== part && other.fact.stage === fact.stage && other.fen >= amount.fen,
  );
  const metrics = wholesOf(fact);
  const named = nameOfWhole(fact);
  const sure = [
    ...judgeBy(amounts.filter((other) => named !== undefined && isCalled(other.fact, named))),
    ...judgeBy(amounts.filter(({ fact: { metric } }) => metric !== null && metrics.includes(metric))),
    ...(fact.stage ? printedOf(metrics, fact.stage, figures) : []).map((item) =>
      judgeOf(item.amount.fen, { lineItems: [item] }),
    ),
  ];
  const likely = judgeBy(amounts.filter((other) => other.fact.source.section === fact.source.section));
  const holds = (['EXACT', 'ROUNDING'] as const).flatMap(
    (outcome) => [...sure, ...likely].find((own) => own.outcome === outcome) ?? [],
  );
  return holds[0] ?? sure[0] ?? notEvaluable(fact, 'expected the whole that it is a share of, got none', [], [part]);
}

function takeNearest(amounts: readonly Stated[], place: number): readonly Stated[] {
  if (amounts.length <= MOST_WHOLES) return amounts;
  const before = amounts.filter((own) => own.place < place).length;
  const first = Math.min(Math.max(before - MOST_WHOLES / 2, 0), amounts.length - MOST_WHOLES);
  return amounts.slice(first, first + MOST_WHOLES);
}

/** What the clause of a share names as its whole (占政府采购支出总额的1.6%). */
function nameOfWhole({ source }: ReportedFact): string | undefined {
  return /占(.{2,}?)的/.exec(source.text)?.[1];
}

function isCalled({ label }: ReportedFact, named: string): boolean {
  return label.includes(named) || named.includes(label);
}

const WHOLES: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['PROCUREMENT', ['PROCUREMENT_GOODS', 'PROCUREMENT_WORKS', 'PROCUREMENT_SERVICES']],
  ['THREE_OFFICIAL_EXPENSES', ['TRAVEL_ABROAD', 'VEHICLE_EXPENSES', 'HOSPITALITY']],
  ['VEHICLE_EXPENSES', ['VEHICLE_PURCHASE', 'VEHICLE_RUNNING']],
];

/** Only where the text states the whole and every part in one passage. */
function findParts({ report }: ReportFigures): readonly Omit<Finding, 'rule'>[] {
  const facts = report.reportedFacts.filter((fact) => fact.kind === 'AMOUNT' && moneyOfFact(fact) !== null);
  return facts.flatMap((whole) => {
    const parts = WHOLES.find(([metric]) => metric === whole.metric)?.[1] ?? [];
    const after = facts.slice(facts.indexOf(whole) + 1);
    const found = parts.flatMap(
      (metric) =>
        after.find(
          (own) => own.metric === metric && own.stage === whole.stage && own.year === whole.year && isNear(whole, own),
        ) ?? [],
    );
    if (parts.length === 0 || found.length < parts.length) return [];
    const amounts = found.map((fact) => moneyOfFact(fact) as Money);
    const what = found.map(({ label, value }) => `${label} ${value}`).join(' + ');
    return [judgeAmount(amounts, moneyOfFact(whole) as Money, { fact: whole, what, facts: found })];
  });
}

/** Each later statement of one thing against the first; a part of a whole has another subject. */
function findRepeated({ report }: ReportFigures): readonly Omit<Finding, 'rule'>[] {
  const first = new Map<string, ReportedFact>();
  return report.reportedFacts.flatMap((fact) => {
    const { metric, kind, base, stage, year, valueUnit } = fact;
    const stated = kind === 'AMOUNT' || kind === 'CHANGE' ? moneyOfFact(fact) : null;
    if (metric === null || !stated) return [];
    const key = [metric, kind, base, stage, year, valueUnit].join(' ');
    const before = first.get(key);
    if (!before) {
      first.set(key, fact);
      return [];
    }
    const what = `${before.label} ${before.value}${before.valueUnit} of line ${before.source.line}`;
    return [judgeAmount([moneyOfFact(before) as Money], stated, { fact, what, facts: [before] })];
  });
}
