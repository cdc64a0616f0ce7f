import type { Words } from '../words';

export const report: Words<'report'> = {
  code: 'Code',
  item: 'Item',
  check: 'Check',
  labelUncertain: 'The page tore the name of this row: it is given as read',
};
