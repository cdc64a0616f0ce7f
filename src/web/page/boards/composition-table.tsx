import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompareAddress } from '../address/compare-address';
import type { AmountUnit, PartFragment } from '../generated/graphql';
import type { Column } from '../parts/data-table';
import type { AccountRow, Composition, CompositionWords, SumRow } from './composition';
import { linkToCell } from './open-cell';

interface Table {
  readonly composition: Composition;
  readonly totals: ReadonlyMap<string, string>;
  readonly words: CompositionWords;
  readonly caption: string;
  readonly nameOf: (district: string) => string;
  readonly linkOf: (code: string, district: string) => { question: CompareAddress; cell: string };
}

/** An account a row, a district a column: its share, and below it the amount. */
export function CompositionTable({ composition, totals, words, caption, nameOf, linkOf }: Table) {
  const { t } = useTranslation('boards');
  const { accounts, districts } = composition;
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures composition-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            {districts.map((code) => (
              <th key={code} scope="col" className="number">
                {nameOf(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.key}>
              <th scope="row">{account.name}</th>
              {districts.map((code) => (
                <td key={code} className="number">
                  <PartCell account={account} part={account.byDistrict.get(code)} words={words} linkOf={linkOf} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {districts.map((code) => (
              <td key={code} className="number">
                <span className="matrix-figure">
                  {totals.has(code) ? words.formatAmount(totals.get(code) ?? '') : '—'}
                </span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function PartCell(props: { account: AccountRow; part: PartFragment | undefined } & Pick<Table, 'words' | 'linkOf'>) {
  const { account, part, words, linkOf } = props;
  const { t } = useTranslation('boards');
  const { t: compare } = useTranslation('compare');
  if (!part?.district) return <span className="soft">{account.code === null ? t('noResidual') : t('noRow')}</span>;
  const share = part.share === null ? null : words.formatShare(part.share);
  const amount = words.formatAmount(part.sum);
  if (account.code === null) {
    return (
      <span className="matrix-figure">
        {share}
        <small>{amount}</small>
      </span>
    );
  }
  const { question, cell } = linkOf(account.code, part.district.code);
  const what = [words.nameDistrict(part.district), account.name, amount].join(' ');
  return (
    <span className="matrix-figure">
      <Link {...linkToCell(question, cell)} className="figure" aria-label={compare('explain', { what })}>
        {share ?? '—'}
      </Link>
      <small>{amount}</small>
    </span>
  );
}

/** The same sums one below the other, to be taken away. */
export function useSumColumns(words: CompositionWords, unit: AmountUnit): readonly Column<SumRow>[] {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const text = (id: string, head: string, read: (row: SumRow) => string | null): Column<SumRow> => ({
    id,
    head,
    show: read,
    plain: read,
  });
  return [
    text('district', t('districts'), ({ district }) => words.nameDistrict(district)),
    text('code', t('code'), ({ code }) => code),
    text('account', t('account'), ({ name }) => name ?? t('total')),
    { ...text('sum', t('amount'), ({ sum }) => sum), isNumber: true },
    text('unit', t('unit'), () => term(`unit.${unit}`)),
    { ...text('share', t('shareOfTotal'), ({ share }) => share), isNumber: true },
  ];
}
