import { groupBy } from '../domain/group-by.js';
import { levelOfCode } from '../domain/account.js';
import { ACCOUNT_LEVELS } from '../domain/closed-lists.js';
import type { AccountLevel, Fund, Part, Stage, Statement } from '../domain/closed-lists.js';
import type { AccountMapping } from '../domain/crosswalk.js';
import type { CodedClassification } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';

/** A printed figure of an account that has a code. */
export interface CodedFigure {
  readonly statement: Statement;
  readonly unitName: string | null;
  readonly column: number;
  readonly columnLabel: string;
  readonly stage: Stage;
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly classification: CodedClassification;
  readonly code: string;
  readonly label: string;
  readonly fen: bigint;
}

export type RestatedColumn = Pick<CodedFigure, 'column' | 'columnLabel' | 'stage' | 'fund' | 'part'>;

export interface NamedCode {
  readonly code: string;
  /** The official name in that year; as printed where there is none. */
  readonly name: string;
}

/** In fen, by the columns of the table; null: not printed. */
type Amounts = readonly (bigint | null)[];

/** Accounts of the report's year that together are the accounts of another: money is only known of all of them. */
export interface RestatedRow {
  readonly before: readonly (NamedCode & { readonly amounts: Amounts })[];
  /** What becomes of each of them. */
  readonly moved: readonly Pick<AccountMapping, 'from' | 'to' | 'kind' | 'confidence' | 'note'>[];
  /** More than one account: a group, whose shares are unknown. None: there is nothing like it in that year. */
  readonly after: { readonly accounts: readonly NamedCode[]; readonly amounts: Amounts };
}

/** The rows of one level of one statement, of the department or of one of its units. */
export interface RestatedTable {
  readonly statement: Statement;
  readonly classification: CodedClassification;
  readonly level: AccountLevel;
  readonly unitName: string | null;
  readonly columns: readonly RestatedColumn[];
  /** In the order of print. */
  readonly rows: readonly RestatedRow[];
  /** Of all rows; both are equal. */
  readonly totals: { readonly before: readonly bigint[]; readonly after: readonly bigint[] };
}

interface Years {
  readonly year: number;
  readonly edition: number;
}

/** Puts a report's coded rows on the accounts of the year `edition`: table by table in the order of print, 类 before 款 before 项. */
export function restateFigures(figures: readonly CodedFigure[], years: Years, reference: Reference): RestatedTable[] {
  const statements = [
    ...groupBy(figures, ({ statement, classification }) => `${statement} ${classification}`).values(),
  ];
  return statements.flatMap((own) =>
    ACCOUNT_LEVELS.flatMap((level) => {
      const rows = own.filter(({ code }) => levelOfCode(code) === level);
      const units = groupBy(rows, ({ unitName }) => unitName ?? '');
      return [...units.values()].map((items) => restateTable(items, level, years, reference));
    }),
  );
}

function restateTable(
  figures: readonly CodedFigure[],
  level: AccountLevel,
  years: Years,
  reference: Reference,
): RestatedTable {
  const { statement, classification, unitName } = figures[0] as CodedFigure;
  const byColumn = groupBy(figures, keyOfColumn);
  const columns = [...byColumn.values()]
    .map((own) => {
      const [{ column, stage, fund, part }] = own;
      return { column, columnLabel: joinLabels(own.map(({ columnLabel }) => columnLabel)), stage, fund, part };
    })
    .sort((a, b) => a.column - b.column);
  const keys = columns.map(keyOfColumn);
  const amountsOf = (own: readonly CodedFigure[]): Amounts =>
    keys.map((key) => addUp(own.filter((figure) => keyOfColumn(figure) === key).map(({ fen }) => fen)));
  const accounts = [...groupBy(figures, ({ code }) => code)].map(([code, own]) => ({
    account: { code, label: own[0].label, amounts: amountsOf(own) },
    mappings: mapAccount(classification, code, years, reference),
  }));
  const rows = joinAccounts(accounts).map((own) => toRow(classification, own, years, reference));
  const total = (all: readonly Amounts[]): bigint[] =>
    keys.map((_, place) => addUp(all.map((amounts) => amounts[place] ?? null)) ?? 0n);
  const totals = {
    before: total(rows.flatMap(({ before }) => before.map(({ amounts }) => amounts))),
    after: total(rows.map(({ after }) => after.amounts)),
  };
  return { statement, classification, level, unitName, columns, rows, totals };
}

function keyOfColumn({ column, stage, fund, part }: Omit<RestatedColumn, 'columnLabel'>): string {
  return [column, stage, fund, part].join(' ');
}

/** What the heads of two lanes (人员经费 金额, 公用经费 金额) end in alike; the first where that is nothing. */
function joinLabels(labels: readonly string[]): string {
  const [first = '', ...others] = new Set(labels);
  const words = first.split(' ');
  const place = words.findIndex((_, index) => {
    const end = words.slice(index).join(' ');
    return others.every((other) => other === end || other.endsWith(` ${end}`));
  });
  return place < 0 ? first : words.slice(place).join(' ');
}

/** Null where there is nothing to add. */
function addUp(amounts: readonly (bigint | null)[]): bigint | null {
  return amounts.reduce((sum, own) => (own === null ? sum : (sum ?? 0n) + own), null);
}

interface Mapped {
  readonly account: { readonly code: string; readonly label: string; readonly amounts: Amounts };
  readonly mappings: readonly AccountMapping[];
}

/** In a year in which no list has the code, that of the nearest one; a code that is on no list is the same in every year. */
function mapAccount(
  classification: CodedClassification,
  code: string,
  { year, edition }: Years,
  reference: Reference,
): readonly AccountMapping[] {
  const row = reference.account(classification, code, year);
  if (!row) {
    const own = { code, edition: reference.editionOf(classification, code, year) };
    return [{ from: own, to: own, kind: 'SAME', confidence: 'LOW', note: 'on no list: no change of it is known' }];
  }
  const meant = Math.min(Math.max(year, row.edition), row.lastYear ?? year);
  return reference.crosswalk(classification, code, meant, edition).filter(({ kind }) => kind !== 'REUSED');
}

/** Accounts that have a part in the same account of the other year belong together. */
function joinAccounts(accounts: readonly Mapped[]): Mapped[][] {
  const groups: { members: Mapped[]; targets: Set<string> }[] = [];
  for (const own of accounts) {
    const targets = new Set(own.mappings.flatMap(({ to }) => to?.code ?? []));
    const [first, ...others] = groups.filter((group) => [...targets].some((code) => group.targets.has(code)));
    if (!first) {
      groups.push({ members: [own], targets });
      continue;
    }
    for (const other of others) {
      first.members.push(...other.members);
      other.targets.forEach((code) => first.targets.add(code));
      groups.splice(groups.indexOf(other), 1);
    }
    first.members.push(own);
    targets.forEach((code) => first.targets.add(code));
  }
  return groups.map(({ members }) => accounts.filter((own) => members.includes(own)));
}

function toRow(
  classification: CodedClassification,
  members: readonly Mapped[],
  { year, edition }: Years,
  reference: Reference,
): RestatedRow {
  const labels = new Map(members.map(({ account }) => [account.code, account.label]));
  const name = (code: string, own: number): NamedCode => {
    return { code, name: reference.officialName(classification, code, own) ?? labels.get(code) ?? code };
  };
  const moved = members.flatMap(({ mappings }) => mappings);
  const codes = [...new Set(moved.flatMap(({ to }) => to?.code ?? []))].sort();
  const [{ account }] = members as readonly [Mapped];
  return {
    before: members.map(({ account: { code, amounts } }) => ({ ...name(code, year), amounts })),
    moved,
    after: {
      accounts: codes.map((code) => name(code, edition)),
      amounts: account.amounts.map((_, place) => addUp(members.map((own) => own.account.amounts[place] ?? null))),
    },
  };
}
