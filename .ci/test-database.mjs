// test-database.mjs create NAME: makes an empty database on the server that TEST_DATABASE_URL names, or else on
// 127.0.0.1:5432, and prints its address; exits 1, saying why, where there is no server that lets us in.
// test-database.mjs drop ADDRESS: drops it again.
import pg from 'pg';

const LOCAL = ['postgres://postgres@', 'postgres://postgres:postgres@', 'postgres://duizhao:duizhao@'].map(
  (user) => `${user}127.0.0.1:5432/postgres`,
);

const [command, argument] = process.argv.slice(2);
if (command === 'create') await create(argument);
else if (command === 'drop') await drop(new URL(argument));
else throw new Error(`expected create or drop, got ${command}`);

async function create(name) {
  const servers = process.env.TEST_DATABASE_URL ? [process.env.TEST_DATABASE_URL] : LOCAL;
  for (const server of servers) {
    try {
      await execute(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
      console.log(Object.assign(new URL(server), { pathname: `/${name}` }).href);
      return;
    } catch (error) {
      console.error(`no database at ${new URL(server).host}: ${error.message || error.code}`);
    }
  }
  process.exitCode = 1;
}

async function drop(address) {
  const name = address.pathname.slice(1);
  await execute(Object.assign(new URL(address), { pathname: '/postgres' }).href, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function execute(connectionString, sql) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
