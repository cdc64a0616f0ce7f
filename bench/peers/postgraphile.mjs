// PostGraphile over the product's base rows: filters, aggregates, nothing written by hand. Ended by SIGTERM.
import './node-20.mjs';
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

/** What the questions read: the ready figures are the product's own. */
const BASE = ['District', 'Department', 'Report', 'LineItem'];

/** The tables that are no base rows are left out of its schema. */
const BaseRowsPlugin = {
  name: 'BaseRowsPlugin',
  version: '0.0.0',
  gather: {
    hooks: {
      pgIntrospection_class(_info, { entity }) {
        if (!BASE.includes(entity.relname)) entity.getTagsAndDescription().tags.behavior = '-*';
      },
    },
  },
};

const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset, PostGraphileConnectionFilterPreset],
  plugins: [BaseRowsPlugin],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'], poolConfig: { max: 10 } }),
  ],
  grafast: { explain: false },
  disablePlugins: ['PgIndexBehaviorsPlugin'], // as careful as its user: filters are on what has an index, and what narrows it further
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
