import { boards } from './zh/boards';
import { compare } from './zh/compare';
import { explain } from './zh/explain';
import { report } from './zh/report';
import { shell } from './zh/shell';
import { takeAway } from './zh/take-away';
import { terms } from './zh/terms';

export const chinese = { terms, shell, compare, explain, report, boards, takeAway };
