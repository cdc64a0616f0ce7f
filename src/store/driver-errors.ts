/** All codes that an error and its causes bear: Prisma wraps what the driver says, and the driver adapter in between too. */
export function collectCodes(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, kind, originalCode, cause, meta, driverAdapterError } = error as Readonly<Record<string, unknown>>;
  const own = [code, kind, originalCode].filter((value): value is string => typeof value === 'string');
  return [...own, ...[cause, meta, driverAdapterError].flatMap(collectCodes)];
}

/** The driver's own words; Prisma's message around them repeats the call. */
export function reasonOf(error: unknown): string {
  const { meta, message, code } = error as {
    meta?: { driverAdapterError?: { cause?: { kind?: string; originalMessage?: string } } };
    message?: string;
    code?: string;
  };
  const cause = meta?.driverAdapterError?.cause;
  if (cause?.kind === 'DatabaseNotReachable') return 'no server that answers there';
  const text = cause?.originalMessage ?? cause?.kind ?? message?.trim().split('\n').at(-1)?.trim();
  return text || (code ?? 'no answer');
}
