import { namesIn } from '../../app/named.js';
import type { FilterName, NameKind, Named } from '../../app/named.js';
import type { PageRequest } from '../../domain/filters.js';
import { checkCursor } from '../../store/paging.js';
import type { Order } from '../../store/paging.js';
import type { PagedList } from '../connection.js';

/** What was asked of a list. */
export interface Asked {
  readonly order: Order;
  readonly page: PageRequest;
  /** Whose own list it is: the id of a report, a year. */
  readonly owner?: string;
  readonly filter?: readonly [name: FilterName, where: object | null];
}

/** Makes lists, and notes for the hints of the answer what was asked for by a name that nothing may bear. */
export interface Notebook {
  /**
   * A list that looks at its cursor at once, whatever of it is read later.
   * @throws AppError BAD_USER_INPUT where the cursor was not given by this list
   */
  list<T>(asked: Asked, read: PagedList<T>): PagedList<T>;
  /** A list without pages. */
  whole<T>(name: FilterName, where: object | null, rows: Promise<readonly T[]>): Promise<readonly T[]>;
  /** What an argument names by its id; null where nothing bears it. */
  one<T>(kind: NameKind, id: string, row: Promise<T | null | undefined>): Promise<T | null>;
}

export function makeNotebook(note: (names: readonly Named[]) => void): Notebook {
  return {
    list: ({ order, page, owner, filter }, read) => {
      checkCursor(order, page, owner);
      const noteFilter = (isEmpty: boolean): void => filter && note(namesIn(...filter, isEmpty));
      const isWhole = page.first > 0 && (page.after ?? null) === null;
      return {
        page: async () => {
          const found = await read.page();
          noteFilter(isWhole && found.edges.length === 0);
          return found;
        },
        count: async () => {
          const count = await read.count();
          noteFilter(count === 0);
          return count;
        },
      };
    },
    whole: async (name, where, rows) => {
      const found = await rows;
      note(namesIn(name, where, found.length === 0));
      return found;
    },
    one: async (kind, id, row) => {
      const found = (await row) ?? null;
      if (found === null) note([{ kind, value: id }]);
      return found;
    },
  };
}
