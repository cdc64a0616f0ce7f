import { QueryClient } from '@tanstack/react-query';

/** What has been answered, kept while somebody may go back to it. */
export const answers = new QueryClient({
  defaultOptions: { queries: { gcTime: 10 * 60_000, refetchOnWindowFocus: false } },
});
