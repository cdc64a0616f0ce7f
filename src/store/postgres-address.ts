import { AppError } from '../domain/app-error.js';

export interface PostgresAddress {
  /** As `pg` takes it, with UTC and the schema set for every connection. */
  readonly connectionString: string;
  readonly schema: string;
  /** Without its password. */
  readonly place: string;
}

/**
 * Takes a database's address apart. `?schema=` names the schema, by default `public`.
 * @throws AppError STORE_UNAVAILABLE where it is no address of a Postgres database
 */
export function parseAddress(databaseUrl: string): PostgresAddress {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  // What can't be taken apart isn't shown: it may hold a password anywhere.
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol))
    throw new AppError(
      'STORE_UNAVAILABLE',
      'expected a database address like postgres://user:password@host:5432/database, got another form',
    );
  const schema = url.searchParams.get('schema') ?? 'public';
  url.searchParams.delete('schema');
  const place = new URL(url);
  place.password = '';
  place.searchParams.delete('password');
  if (schema !== 'public') place.searchParams.set('schema', schema);
  const settings = ['TimeZone=UTC', ...(schema === 'public' ? [] : [`search_path=${quote(schema)}`])];
  const options = [url.searchParams.get('options') ?? '', ...settings.map((setting) => `-c ${escape(setting)}`)];
  url.searchParams.set('options', options.join(' ').trim());
  return { connectionString: url.href, schema, place: place.href };
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** In the start-up options a blank ends an option and a backslash keeps it from doing so. */
function escape(setting: string): string {
  return setting.replace(/[\\\s]/g, '\\$&');
}
