import { groupBy } from '../domain/group-by.js';
import type { Reference } from '../domain/reference.js';
import { alignAccount, isMeantIn } from './align.js';
import type { AlignedAccount, Alignment, ListedAccount } from './align.js';
import type { YearReading } from './measure.js';
import { inOrder, nameFigures } from './standing.js';
import type { Judgement, Standing } from './standing.js';
import type { NamedAccount } from './words/named.js';
import type { Say } from './words/words.js';

/** Values of one account that are not read under one code with one meaning and one name. */
export function judgeAccount(standings: readonly Standing[], reference: Reference): Judgement[] {
  if (areReadAlike(standings, reference)) return [];
  const read = inOrder(standings).flatMap((standing): Read[] => {
    const reading = standing.measure.readings.get(standing.year);
    return reading ? [{ standing, reading }] : [];
  });
  if (read.length === 0) return [];
  return [...judgeReadings(read), ...judgeEditions(read, reference), ...judgeNames(read, reference)];
}

/** Whether all are of one measure, whose readings say nothing, under one name: most are. */
function areReadAlike(standings: readonly Standing[], reference: Reference): boolean {
  const measure = standings[0]?.measure;
  if (!measure?.account) return standings.every((own) => own.measure.account === null);
  let [first, last] = [Infinity, -Infinity];
  for (const { measure: own, year } of standings) {
    if (own !== measure || own.readings.get(year)?.say) return false;
    [first, last] = [Math.min(first, year), Math.max(last, year)];
  }
  return first === last || listRenames(measure.account, first, last, reference).length === 0;
}

function listRenames({ classification, code }: ListedAccount, first: number, last: number, reference: Reference) {
  return reference.changesBetween(classification, code, first, last).filter(({ kind }) => kind === 'RENAMED');
}

interface Read {
  readonly standing: Standing;
  readonly reading: YearReading;
}

/** Those that the crosswalk restates, or can't restate. */
function judgeReadings(read: readonly Read[]): Judgement[] {
  const spoken = read.flatMap(({ standing, reading: { say, alignment } }) =>
    say ? [{ standing, say, alignment }] : [],
  );
  if (spoken.length === 0) return [];
  const isAcross = new Set(read.map(({ reading }) => meaningOf(reading))).size > 1;
  // One sentence for each code, the year that it is read as of and the year that it is read in.
  const alike = groupBy(spoken, ({ standing: { measure, year } }) =>
    [measure.account?.code, measure.edition, year].join(' '),
  );
  return [...alike.values()].flatMap((odd) => {
    const [{ alignment, say: sayWhy }] = odd;
    const say: Say = (words) =>
      words.of(words.figures(nameFigures(odd.map(({ standing }) => standing))), sayWhy(words));
    return codesOf(alignment, isAcross).map((judgement) => ({
      ...judgement,
      say,
      standings: (isAcross ? read : odd).map(({ standing }) => standing),
    }));
  });
}

/** What is read, whichever account was asked for. */
function meaningOf({ accounts }: YearReading): string {
  return accounts.map(({ code, edition }) => `${code} ${edition}`).join(', ');
}

type Coded = Pick<Judgement, 'code' | 'verdict'>;

const BRIDGED: Coded = { code: 'CLASSIFICATION_BREAK', verdict: 'WITH_WARNINGS' };
const OPEN: Coded = { code: 'CLASSIFICATION_BREAK' };
const APPROXIMATE: Coded = { code: 'MAPPING_APPROXIMATE' };

/** What is said where figures on both sides of the change stand side by side, and where all stand on one. */
const CODES: Readonly<
  Partial<Record<Alignment, { readonly across: readonly Coded[]; readonly alike: readonly Coded[] }>>
> = {
  ALIGNED: { across: [BRIDGED], alike: [BRIDGED] },
  APPROXIMATE: { across: [APPROXIMATE, OPEN], alike: [APPROXIMATE] },
  UNALIGNED: { across: [OPEN], alike: [BRIDGED] },
};

function codesOf(alignment: Alignment, isAcross: boolean): readonly Coded[] {
  return CODES[alignment]?.[isAcross ? 'across' : 'alike'] ?? [];
}

/** A value read as of one year beside a baseline read as of another. */
function judgeEditions(read: readonly Read[], reference: Reference): Judgement[] {
  const [first] = read as readonly [Read];
  const own = first.standing.measure;
  const other = read.find(({ standing }) => standing.measure.edition !== own.edition)?.standing.measure.edition;
  const { account, edition } = own;
  if (!other || !account || !edition) return [];
  const aligned = alignAccount(account, edition, other, reference);
  const judgements = codesOfEditions(account, other, aligned, reference);
  return judgements.map((judgement) => ({
    ...judgement,
    say: (words) => words.otherEdition(account.code, edition, other, aligned.say?.(words) ?? null),
    standings: read.map(({ standing }) => standing),
  }));
}

/** The code as of another year is the same account only where nothing else and nothing more stands for it there. */
function codesOfEditions(
  account: ListedAccount,
  edition: number,
  { alignment, accounts }: AlignedAccount,
  reference: Reference,
): readonly Coded[] {
  const isThere = accounts.some(({ code }) => code === account.code);
  if (isThere && accounts.length === 1) return codesOf(alignment, true);
  return [{ code: !isThere && isMeantIn(account, edition, reference) ? 'CODE_REUSED' : 'CLASSIFICATION_BREAK' }];
}

/** Changes of the name between the first and the last year that are read under the code. */
function judgeNames(read: readonly Read[], reference: Reference): Judgement[] {
  const own = read.filter(({ reading }) => reading.alignment === 'SAME' || reading.alignment === 'UNALIGNED');
  const account = own[0]?.standing.measure.account;
  const years = own.map(({ standing }) => standing.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!account || first === last) return [];
  const renamed = listRenames(account, first, last, reference);
  if (renamed.length === 0) return [];
  const { classification, code } = account;
  const nameIn = (year: number): NamedAccount => {
    return { name: reference.officialName(classification, code, year) ?? '', year };
  };
  const say: Say = (words) => words.renamedAccount(code, nameIn(first), nameIn(last), renamed);
  return [{ code: 'ACCOUNT_RENAMED', say, standings: own.map(({ standing }) => standing) }];
}
