import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
  stripSearchParams,
} from '@tanstack/react-router';
import type { SearchSchemaInput } from '@tanstack/react-router';
import { BOARD_DEFAULTS, BOARDS, readBoardAddress } from './address/board-address';
import { addressOfQuestion, canSpell, COMPARE_DEFAULTS, readCompareAddress } from './address/compare-address';
import { readReportAddress, readReportsAddress } from './address/report-address';
import type { BoardAddress } from './address/board-address';
import type { CompareAddress } from './address/compare-address';
import type { ReportAddress, ReportsAddress } from './address/report-address';
import { readRootAddress } from './address/root-address';
import { readTakeAwayAddress } from './address/take-away-address';
import type { TakeAwayAddress } from './address/take-away-address';
import type { RootAddress } from './address/root-address';
import { parseSearch, printSearch } from './address/search-text';
import { answers } from './ask/answers';
import { answerOptions } from './ask/use-answer';
import type { CompareInput } from './generated/graphql';
import { SavedComparisonDocument } from './generated/graphql';
import { Failure, Loading, NotFound } from './parts/states';
import { Shell } from './shell/shell';

const root = createRootRoute({
  component: Shell,
  validateSearch: (search: Partial<RootAddress> & SearchSchemaInput) => readRootAddress(search),
  search: { middlewares: [retainSearchParams(['lang', 'release']), stripSearchParams({ lang: 'zh' })] },
  notFoundComponent: NotFound,
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Partial<CompareAddress> & SearchSchemaInput) => readCompareAddress(search),
  search: { middlewares: [stripSearchParams(COMPARE_DEFAULTS)] },
  component: lazyRouteComponent(() => import('./compare/compare-view'), 'CompareView'),
});

/** A comparison by its id: the link that a script or another front-end gives away. */
const saved = createRoute({
  getParentRoute: () => root,
  path: '/comparisons/$id',
  loader: async ({ params: { id } }) => {
    const { data } = await answers.ensureQueryData(answerOptions(SavedComparisonDocument, { id }));
    if (!data.comparison) return;
    const question = JSON.parse(data.comparison.question) as CompareInput;
    if (canSpell(question)) throw redirect({ to: '/', search: addressOfQuestion(question) });
  },
  component: lazyRouteComponent(() => import('./take-away/saved-comparison'), 'SavedComparison'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: (search: Partial<ReportsAddress> & SearchSchemaInput) => readReportsAddress(search),
  component: lazyRouteComponent(() => import('./report/reports-view'), 'ReportsView'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  validateSearch: (search: Partial<ReportAddress> & SearchSchemaInput) => readReportAddress(search),
  component: lazyRouteComponent(() => import('./report/report-view'), 'ReportView'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/boards/$board',
  validateSearch: (search: Partial<BoardAddress> & SearchSchemaInput) => readBoardAddress(search),
  search: { middlewares: [stripSearchParams(BOARD_DEFAULTS)] },
  component: lazyRouteComponent(() => import('./boards/board-view'), 'BoardView'),
});

const boards = createRoute({
  getParentRoute: () => root,
  path: '/boards',
  beforeLoad: () => {
    throw redirect({ to: '/boards/$board', params: { board: BOARDS[0] } });
  },
});

const takeAway = createRoute({
  getParentRoute: () => root,
  path: '/take-away',
  validateSearch: (search: Partial<TakeAwayAddress> & SearchSchemaInput) => readTakeAwayAddress(search),
  component: lazyRouteComponent(() => import('./take-away/take-away-view'), 'TakeAwayView'),
});

export const router = createRouter({
  routeTree: root.addChildren([compare, saved, reports, report, boards, board, takeAway]),
  parseSearch,
  stringifySearch: printSearch,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error }) => <Failure error={error as Error} retry={() => void router.invalidate()} />,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
