import { linkOptions, useNavigate } from '@tanstack/react-router';
import type { CompareAddress } from '../address/compare-address';

/** Where a figure of a board is explained: beside its question. */
export function linkToCell(question: CompareAddress, cell: string) {
  return linkOptions({ to: '/', search: { ...question, cell } });
}

export function useOpenCell(question: CompareAddress): (cell: string) => void {
  const navigate = useNavigate();
  return (cell) => void navigate(linkToCell(question, cell));
}
