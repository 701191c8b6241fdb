import type { SpaceView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useScopes } from '../../lib/live/index.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { scopesOfSpace } from '../../lib/space-scopes.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Access } from './Access.tsx';
import { useSpace } from './api.ts';
import { Membership } from './Membership.tsx';
import { Requests } from './Requests.tsx';
import { SpaceContext } from './SpaceContext.tsx';
import styles from './SpacePage.module.css';

interface Props {
  slug: string;
  /** The threads of the space; another feature draws them. `isReader`: belongs here or it is open. */
  Threads: ComponentType<{ space: SpaceView; isReader: boolean }>;
}

const notFound = new ApiProblem({
  type: 'about:blank',
  title: '',
  status: 404,
  code: 'not-found',
  requestId: '',
});

/** One room: what it is for, who reads there, and what is talked about. */
export function SpacePage({ slug, Threads }: Props) {
  const t = useText('spaces');
  const ui = useText('ui');
  const say = useProblemText();
  const { space, data, error, refetch } = useSpace(slug);
  const isReader = space !== undefined && (space.joined || space.access === 'open');
  useScopes(isReader ? scopesOfSpace(space) : [], data?.asOf);
  const localized = useLocalized();
  if (data && !space) throw notFound;
  if (!space) {
    return (
      <Page title={t('title')}>
        {error ? (
          <Notice
            tone="danger"
            title={say.sentence(error)}
            action={<Button onClick={() => void refetch()}>{ui('retry')}</Button>}
          />
        ) : (
          <Skeleton lines={6} />
        )}
      </Page>
    );
  }
  return (
    <Page
      key={space.id}
      title={localized(space.names)}
      before={
        <p className={styles.before}>
          <Link to="/spaces">{t('title')}</Link>
          <Access access={space.access} />
        </p>
      }
      context={<SpaceContext space={space} />}
    >
      <p className={styles.purpose}>{localized(space.purpose)}</p>
      <div className={styles.verbs}>
        {space.can.includes('start') && (
          <LinkButton look={space.joined ? 'primary' : 'plain'} to="/ask" search={{ space: slug }}>
            {t('ask')}
          </LinkButton>
        )}
        <Membership space={space} withLeave />
      </div>
      {space.can.includes('admit') && <Requests spaceId={space.id} />}
      <section aria-labelledby="threads">
        <VisuallyHidden>
          <h2 id="threads">{t('threads')}</h2>
        </VisuallyHidden>
        <Threads space={space} isReader={isReader} />
      </section>
    </Page>
  );
}
