import type { AnyRouter } from '@tanstack/react-router';
import type { CompareAddress } from '../address/compare-address';
import { parseSearch, printSearch } from '../address/search-text';

/** The compare view with this question, to be given away: of this release for good, or of what is newest when it is opened. */
export function linkOfView(router: AnyRouter, address: CompareAddress, release: string | undefined): string {
  const { pathname, searchStr } = router.buildLocation({ to: '/', search: { ...address, cell: undefined } as never });
  const { lang, ...search } = parseSearch(searchStr);
  return `${location.origin}${pathname}${printSearch({ ...search, lang: lang === 'zh' ? '' : lang, release })}`;
}

export function linkOfComparison(id: string): string {
  return `${location.origin}/comparisons/${id}`;
}
