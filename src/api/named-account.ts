import type * as app from '../app/named-account.js';
import type * as records from '../domain/records.js';
import type { Context } from './context.js';

/** An account under the name of one year, its other names as variants. */
export async function loadNamedAccount(
  { accountId, name }: app.NamedAccount,
  { loaders }: Context,
): Promise<records.Account> {
  const account = await loaders.accounts.of(accountId);
  if (name === null || name === account.name) return account;
  const variants = [account.name, ...account.variants].filter((other) => other !== name);
  return { ...account, name, variants };
}
