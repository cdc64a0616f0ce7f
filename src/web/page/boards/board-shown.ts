import type { BoardAddress } from '../address/board-address';
import type { BoardExtent } from './choose-board';

/** What a board is of, and how that is changed. */
export interface BoardShown {
  readonly address: BoardAddress;
  readonly extent: BoardExtent;
  readonly onChange: (changed: Partial<BoardAddress>) => void;
}
