import { groupBy } from '../domain/group-by.js';
import { VERDICTS } from '../domain/closed-lists.js';
import type { Stage, Verdict, WarningCode } from '../domain/closed-lists.js';
import type { Department } from '../domain/records.js';
import type { DepartmentRename, DivisionLevel } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import type { Entity } from './evidence.js';
import { judgeAccount } from './judge-account.js';
import type { Scope } from '../domain/ready-figure.js';
import { inOrder, keyOfEntity, nameFigures } from './standing.js';
import type { Judgement, Standing } from './standing.js';
import type { Say, Unlike, Words } from './words/words.js';

export interface Knowledge {
  readonly reference: Reference;
  readonly departments: ReadonlyMap<string, Department>;
}

/** Codes that say something about a cell without making it less comparable. */
const NO_VERDICT: readonly WarningCode[] = ['ZERO_BASE'];
const NOT_COMPARABLE: readonly WarningCode[] = [
  'STAGE_MISMATCH',
  'SCOPE_MISMATCH',
  'DEFINITION_DIFFERS',
  'CODE_REUSED',
  'CLASSIFICATION_BREAK',
];

/** The worst verdict of all these reasons. */
export function verdictOf(reasons: readonly Pick<Judgement, 'code' | 'verdict'>[]): Verdict {
  return worstOf(reasons.map(({ code, verdict }) => verdict ?? verdictOfCode(code)));
}

/** COMPARABLE where there is none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'COMPARABLE';
}

function verdictOfCode(code: WarningCode): Verdict {
  if (NO_VERDICT.includes(code)) return 'COMPARABLE';
  return NOT_COMPARABLE.includes(code) ? 'NOT_COMPARABLE' : 'WITH_WARNINGS';
}

/**
 * Everything that makes values of one measure unlike, each pair of them set side by side, and an account's values that are restated to
 * another year even where they stand alone. Their order does not matter.
 */
export function judge(standings: readonly Standing[], knowledge: Knowledge): Judgement[] {
  const { reference } = knowledge;
  if (standings.length < 2) return judgeAccount(standings, reference);
  if (areOfOneSeries(standings))
    return [...judgeAccount(standings, reference), ...judgeMembers(standings), ...judgeRenamed(standings, knowledge)];
  return [
    ...judgeClasses(standings, STAGES),
    ...judgeScopes(standings),
    ...judgeClasses(standings, DEFINITIONS),
    ...judgeAccount(standings, reference),
    ...judgeYears(standings),
    ...judgeClasses(standings, levelsBy(reference)),
    ...judgeSums(standings),
    ...judgeRenamed(standings, knowledge),
  ];
}

/** A way in which values may be unlike: into which class each falls, and what that is called. */
interface Classes<C> {
  readonly code: WarningCode;
  readonly why: Unlike;
  readonly classOf: (standing: Standing) => C;
  readonly nameOf: (words: Words, standing: Standing) => string;
}

const STAGES: Classes<Stage> = {
  ...{ code: 'STAGE_MISMATCH', why: 'STAGES' },
  classOf: ({ stage }) => stage,
  nameOf: (words, { stage }) => words.stage(stage),
};
const DEFINITIONS: Classes<string | null> = {
  ...{ code: 'DEFINITION_DIFFERS', why: 'DEFINITIONS' },
  classOf: ({ scope }) => scope.definition ?? null,
  nameOf: (words, { scope }) => words.definition(scope.definition ?? null),
};
const SCOPES: Classes<string> = {
  ...{ code: 'SCOPE_MISMATCH', why: 'SCOPES' },
  classOf: ({ scope }) => keyOfScope(scope),
  nameOf: (words, { scope }) => words.scope(scope),
};
/** A sum against one body. */
const SUMS: Classes<boolean> = {
  ...{ code: 'ENTITY_MISMATCH', why: 'SUMS' },
  classOf: ({ departmentIds }) => departmentIds.length > 1,
  nameOf: (words, { departmentIds }) => words.body(departmentIds.length > 1),
};

function levelsBy(reference: Reference): Classes<DivisionLevel> {
  return {
    ...{ code: 'ENTITY_MISMATCH', why: 'LEVELS' },
    classOf: ({ entity }) => levelOf(entity, reference),
    nameOf: (words, { entity }) => words.level(levelOf(entity, reference)),
  };
}

/** Values that fall into more than one class. */
function judgeClasses<C>(standings: readonly Standing[], { code, why, classOf, nameOf }: Classes<C>): Judgement[] {
  if (areAlike(standings, classOf)) return [];
  const say: Say = (words) =>
    words.unlike(
      why,
      [...groupBy(inOrder(standings), classOf).values()].map((members) => ({
        figures: words.figures(nameFigures(members)),
        called: nameOf(words, members[0]),
      })),
    );
  return [{ code, say, standings }];
}

/** Funds that have one in common are one scope: the amount is the same for each of them. */
function judgeScopes(standings: readonly Standing[]): Judgement[] {
  if (areAlike(standings, ({ scope }) => scope)) return [];
  const scopes = [...groupBy(standings, ({ scope }) => keyOfScope(scope)).values()].map(([first]) => first as Standing);
  const unlike = scopes.some((a) => scopes.some((b) => !isSameScope(a.scope, b.scope)));
  return unlike ? judgeClasses(standings, SCOPES) : [];
}

function keyOfScope({ funds, part }: Scope): string {
  return [...funds, part].join(' ');
}

function isSameScope(a: Scope, b: Scope): boolean {
  const share = a.funds.length === b.funds.length && a.funds.length === 0;
  return a.part === b.part && (share || a.funds.some((fund) => b.funds.includes(fund)));
}

/** A sum against one body; of one district, sums over departments that are not the same. */
function judgeSums(standings: readonly Standing[]): Judgement[] {
  const byEntity = groupBy(standings, ({ entity }) => keyOfEntity(entity));
  const apart = byEntity.size < 2 ? [] : judgeClasses(standings, SUMS);
  return [...apart, ...[...byEntity.values()].flatMap(judgeMembers)];
}

function judgeMembers(standings: readonly Standing[]): Judgement[] {
  if (haveSameMembers(standings)) return [];
  const say: Say = (words) => {
    const sets = [...groupBy(inOrder(standings), ({ departmentIds }) => departmentIds.join(' ')).values()];
    const isOneStage = new Set(standings.map(({ stage }) => stage)).size === 1;
    const listed = sets.map((members) => ({
      figures: words.figures(
        members.map(({ entity, year, stage }) => ({ name: entity.name, year, ...(isOneStage ? {} : { stage }) })),
      ),
      called: words.departments(members[0].departmentIds.length),
    }));
    return words.unlike('MEMBERS', listed);
  };
  return [{ code: 'PARTIAL_COVERAGE', say, standings }];
}

function haveSameMembers([first, ...others]: readonly Standing[]): boolean {
  return others.every(({ departmentIds }) => areSameTexts(departmentIds, first?.departmentIds ?? []));
}

/** Whether two lists are the same, text by text. */
export function areSameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, at) => text === b[at]));
}

/** Entities of which two have no year in common. */
function judgeYears(standings: readonly Standing[]): Judgement[] {
  if (areAlike(standings, ({ year }) => year)) return [];
  const byEntity = [...groupBy(standings, ({ entity }) => keyOfEntity(entity)).values()];
  const yearsOf = (own: readonly Standing[]): number[] =>
    [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b);
  const spanOf = (own: readonly Standing[]): string => yearsOf(own).join(', ');
  if (new Set(byEntity.map(spanOf)).size < 2) return [];
  const bySpan = groupBy([...groupBy(inOrder(standings), ({ entity }) => keyOfEntity(entity)).values()], spanOf);
  const spans = [...bySpan.values()].map((members) => ({ years: yearsOf(members[0]), members }));
  const apart = spans.filter(({ years }) => spans.some((other) => other.years.every((year) => !years.includes(year))));
  if (apart.length === 0) return [];
  const say: Say = (words) =>
    words.unlike(
      'YEARS',
      apart.map(({ years, members }) => ({
        figures: words.bodies(members.map(([{ entity }]) => entity.name)),
        called: words.years(years),
      })),
    );
  return [{ code: 'YEAR_MISMATCH', say, standings: apart.flatMap(({ members }) => members.flat()) }];
}

/** Figures of a body under a former name beside later ones of the same body, or of its peers. */
function judgeRenamed(standings: readonly Standing[], { reference, departments }: Knowledge): Judgement[] {
  const isRenamed = ({ entity }: Standing): boolean => reference.renamedDistricts.has(entity.districtCode);
  if (!standings.some(isRenamed)) return [];
  return judgeRenames(inOrder(standings), isRenamed, { reference, departments });
}

function judgeRenames(
  standings: readonly Standing[],
  isRenamed: (standing: Standing) => boolean,
  { reference, departments }: Knowledge,
): Judgement[] {
  const renamed = standings.filter(isRenamed);
  const ids = [...new Set(renamed.flatMap(({ departmentIds }) => departmentIds))].sort();
  return ids.flatMap((id) => {
    const department = departments.get(id);
    if (!department) return [];
    const isPeer = (other: string): boolean => departments.get(other)?.body === department.body;
    return reference.renamesTo(department.districtCode, department.name).flatMap((rename: DepartmentRename) => {
      const before = standings.filter(({ year, departmentIds }) => year < rename.year && departmentIds.includes(id));
      const after = standings.filter(({ year, departmentIds }) => year >= rename.year && departmentIds.some(isPeer));
      if (before.length === 0 || after.length === 0) return [];
      const say: Say = (words) =>
        words.renamedBody(words.figures(nameFigures(before)), words.figures(nameFigures(after)), rename);
      return [{ code: 'ENTITY_RENAMED' as const, say, standings: [...before, ...after] }];
    });
  });
}

function levelOf({ districtCode }: Entity, reference: Reference): DivisionLevel {
  const known = reference.division(districtCode)?.level;
  if (known) return known;
  return districtCode.endsWith('0000') ? 'PROVINCE' : districtCode.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

/** Whether these are values of one body through the years, of one stage, about the same money: alike, but for names and departments. */
function areOfOneSeries([first, ...others]: readonly Standing[]): boolean {
  return others.every(
    ({ entity, stage, scope }) => entity === first?.entity && stage === first.stage && scope === first.scope,
  );
}

/** Whether all are of one class: most sets are, and then nothing has to be named. */
function areAlike(standings: readonly Standing[], classOf: (standing: Standing) => unknown): boolean {
  const [first] = standings;
  if (!first) return true;
  const own = classOf(first);
  return standings.every((standing) => classOf(standing) === own);
}
