import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answers } from '../ask/answers';
import { ask } from '../ask/ask';
import { pinRelease } from '../ask/release';
import { NewestReleaseDocument } from '../generated/graphql';
import { holdingsOptions } from './holdings';

const LOOK_SECONDS = 15;

/** Says when the store has newer data than those shown, and goes over to them when the reader says so: figures never change by themselves. */
export function UpdateNote({ shown }: { shown: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { release: asked } = useSearch({ strict: false });
  const { data: newest } = useQuery({
    queryKey: ['newest release'],
    queryFn: async ({ signal }) => (await ask(NewestReleaseDocument, {}, { signal, release: undefined })).release,
    refetchInterval: LOOK_SECONDS * 1_000,
    staleTime: 0,
    refetchOnWindowFocus: true,
    retry: false,
  });
  if (newest === undefined || newest === shown) return null;
  const update = async () => {
    pinRelease(undefined);
    await navigate({ to: '.', search: (search) => ({ ...search, release: undefined }), replace: true });
    await answers.resetQueries({ queryKey: holdingsOptions.queryKey });
  };
  return (
    <div className="update-note" role="status">
      <span>{asked ? t('earlier', { release: shown }) : t('updated')}</span>
      <button type="button" className="button is-small" onClick={() => void update()}>
        {asked ? t('newest') : t('update')}
      </button>
    </div>
  );
}
