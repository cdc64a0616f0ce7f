import { linkOptions, useNavigate } from '@tanstack/react-router';
import type { CompareAddress } from '../address/compare-address';
import { printSearch } from '../address/search-text';

/** A figure of a board is explained beside the board: its address names the question that the figure answers, and the cell. */
export function linkToCell(question: CompareAddress, cell: string) {
  return linkOptions({
    from: '/boards/$board',
    to: '/boards/$board',
    params: true,
    search: (before) => ({ ...before, asked: printSearch({ ...question, cell: undefined }), cell }),
    resetScroll: false,
  });
}

export function useOpenCell(question: CompareAddress): (cell: string) => void {
  const navigate = useNavigate();
  return (cell) => void navigate(linkToCell(question, cell));
}
