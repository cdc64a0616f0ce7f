// The import table, type-only imports included. A room is a folder of src/; what is not listed is forbidden.

/** What each room may import besides itself. */
const ROOMS = {
  domain: [],
  read: ['domain'],
  reconcile: ['domain'],
  compare: ['domain'],
  export: ['domain'],
  store: ['domain'],
  app: ['domain', 'read', 'reconcile', 'compare', 'export', 'store'],
  api: ['domain', 'app'],
  cli: ['domain', 'app'],
  web: [],
};

/** Single files of a room that another room, or a part of it, may import as well. */
const DOORS = [
  { from: 'src/api/(loaders/|context\\.ts)', to: ['src/store/'] },
  {
    from: 'src/cli/',
    to: [
      'src/store/open-store.ts',
      'src/store/backup.ts',
      'src/store/backup-format.ts',
      'src/store/restore.ts',
      'src/store/guard-store.ts',
      'src/api/server.ts',
      'src/api/schema.ts',
      'src/api/export-parameters.ts',
    ],
  },
];

/** Rooms that turn values into values, and what they therefore have no use for. */
const PURE = ['domain', 'read', 'reconcile', 'compare', 'export'];
const OUTSIDE = '^(node:)?(fs|net|http|https|http2|tls|dgram|dns|child_process|cluster|worker_threads)(/|$)';

/** Only store/ knows a database. */
const DATABASE = [
  '^src/store/generated/',
  '(^|/)(@types/)?pg(-copy-streams)?(/|$)',
  '(^|/)@prisma/',
  '(^|/)@electric-sql/',
  '(^|/)pglite-prisma-adapter(/|$)',
];

const rooms = Object.keys(ROOMS);
const anyOf = (paths) => `^(${paths.join('|')})`;
const doorsOf = (room) => DOORS.filter(({ from }) => from.startsWith(`src/${room}/`));

const config = {
  forbidden: [
    ...rooms.map((room) => {
      const allowed = [room, ...ROOMS[room]].map((name) => `src/${name}/`);
      const doors = doorsOf(room);
      return {
        name: `${room}-imports`,
        severity: 'error',
        comment: `${room} may import: ${ROOMS[room].join(', ') || 'nothing of ours'}`,
        from: { path: `^src/${room}/`, ...(doors.length > 0 && { pathNot: anyOf(doors.map(({ from }) => from)) }) },
        to: { path: '^src/', pathNot: anyOf(allowed) },
      };
    }),
    ...DOORS.map(({ from, to }) => {
      const room = from.split('/')[1];
      const allowed = [room, ...ROOMS[room]].map((name) => `src/${name}/`);
      return {
        name: `${room}-doors`,
        severity: 'error',
        comment: `${from} may import, besides its room: ${to.join(', ')}`,
        from: { path: `^${from}` },
        to: { path: '^src/', pathNot: anyOf([...allowed, ...to]) },
      };
    }),
    {
      name: 'rooms-only',
      severity: 'error',
      comment: 'every file of src/ lies in a room',
      from: { path: '^src/', pathNot: anyOf(rooms.map((room) => `src/${room}/`)) },
      to: {},
    },
    {
      name: 'database-in-store-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: DATABASE },
    },
    {
      name: 'pure-rooms',
      severity: 'error',
      comment: 'no files, no network, no processes',
      from: { path: anyOf(PURE.map((room) => `src/${room}/`)) },
      to: { path: OUTSIDE },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^src/store/generated/'] },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    combinedDependencies: true,
  },
};

export { config as default };
