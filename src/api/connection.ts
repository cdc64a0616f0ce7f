import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { AppError } from '../domain/app-error.js';
import type { Page, PageRequest } from '../domain/filters.js';
import { DEFAULT_FIRST, MOST_FIRST } from './limits/limits.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_FIRST,
    description: 'How many, 0 to 500; 0 for totalCount alone.',
  })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'A cursor of this very list: what comes after it.' })
  after?: string | null;
}

/**
 * The page asked for.
 * @throws AppError BAD_USER_INPUT where `first` is not between 0 and 500
 */
export function pageOf({ first, after }: PageArgs): PageRequest {
  const count = first ?? DEFAULT_FIRST;
  if (count < 0 || count > MOST_FIRST)
    throw new AppError('BAD_USER_INPUT', `expected first between 0 and ${MOST_FIRST}, got ${count}`);
  return { first: count, after: after ?? null };
}

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more comes after this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row, for `after`; null on an empty page.' })
  endCursor!: string | null;
}

/** Where a page stands. */
export function pageInfoOf({ edges, hasNextPage, hasPreviousPage }: Page<unknown>): PageInfo {
  const [startCursor = null, endCursor = null] = [edges.at(0)?.cursor, edges.at(-1)?.cursor];
  return { hasNextPage, hasPreviousPage, startCursor, endCursor };
}

/** One page of a list; rows and their number are read only where they are asked for. */
export interface PagedList<T> {
  page(): Promise<Page<T>>;
  count(): Promise<number>;
}

type ConnectionClass<T> = new (list: PagedList<T>) => object;

/** The types XConnection and XEdge of one noun. `T` is the row that the noun's fields are resolved from. */
export function connectionOf<T>(name: string, nodeType: () => new () => object): ConnectionClass<T> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${name} and its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'For `after`: opaque, of this very list.' })
    cursor!: string;
    @Field(nodeType, { description: 'The row.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `One page of a list of ${name}.` })
  class Connection {
    readonly #list: PagedList<T>;
    #page: Promise<Page<T>> | undefined;

    constructor(list: PagedList<T>) {
      this.#list = list;
    }

    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    async edges(): Promise<Edge[]> {
      return [...(await this.page()).edges];
    }

    @Field(() => [nodeType()], { description: 'The rows.' })
    async nodes(): Promise<T[]> {
      return (await this.page()).edges.map(({ node }) => node);
    }

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    async pageInfo(): Promise<PageInfo> {
      return pageInfoOf(await this.page());
    }

    @Field(() => Int, { description: 'How many rows the whole list has.' })
    totalCount(): Promise<number> {
      return this.#list.count();
    }

    private page(): Promise<Page<T>> {
      return (this.#page ??= this.#list.page());
    }
  }
  return Connection;
}
