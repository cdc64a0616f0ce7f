import type { Chinese, Words } from './words';
import { boards } from './en/boards';
import { compare } from './en/compare';
import { explain } from './en/explain';
import { report } from './en/report';
import { shell } from './en/shell';
import { takeAway } from './en/take-away';
import { terms } from './en/terms';

export const english: { readonly [Part in keyof Chinese]: Words<Part> } = {
  terms,
  shell,
  compare,
  explain,
  report,
  boards,
  takeAway,
};
