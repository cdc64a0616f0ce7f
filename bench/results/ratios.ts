import { median } from '../measure/check.js';
import type { Run } from '../measure/rounds.js';
import type { Contender } from '../questions/question.js';

/** By what two are held against each other. */
export type Quantity = (run: Run) => number;

/** More is better. */
export const RATE: Quantity = ({ rate }) => rate;
/** Answers for the same CPU, that of server and database together: what a busy machine doesn't distort. */
export const ANSWERS_PER_CPU: Quantity = ({ cpu }) => 1 / (cpu.server + (cpu.database ?? 0));

/** Which of the runs are meant. */
export interface Wanted {
  readonly question: string;
  readonly connections: number;
  readonly contender: Contender;
  readonly asked: Run['asked'];
}

/** Those runs, a round each. */
export function findRuns(runs: readonly Run[], { question, connections, contender, asked }: Wanted): readonly Run[] {
  return runs.filter(
    (run) =>
      run.question === question &&
      run.connections === connections &&
      run.contender === contender &&
      run.asked === asked,
  );
}

/** How many times as much the product does as the other, the median of the rounds; null where one of them had no turn. */
export function divideRuns(
  runs: readonly Run[],
  quantity: Quantity,
  product: Omit<Wanted, 'contender'>,
  other: Exclude<Contender, 'product'>,
): number | null {
  const own = findRuns(runs, { ...product, contender: 'product' });
  const others = findRuns(runs, { ...product, contender: other, asked: 'FIRST' });
  const ratios = own.flatMap((run) => {
    const beside = others.find(({ round }) => round === run.round);
    return beside ? [quantity(run) / quantity(beside)] : [];
  });
  return ratios.length === 0 ? null : median(ratios);
}
