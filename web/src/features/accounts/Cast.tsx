import { accountRoutes, type BodyOf, type ReplyOf, type SessionView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { asAnybody, castQuery } from './api.ts';
import styles from './Cast.module.css';

type CastMember = ReplyOf<typeof accountRoutes.listCast>['items'][number];

const shownFirst = 8;

/** The people of the demo network, one tap each. */
export function Cast({ onSignedIn }: { onSignedIn: (session: SessionView) => void }) {
  const t = useText('accounts.cast');
  const say = useProblemText();
  const cast = useQuery(castQuery);
  const [all, setAll] = useState(false);
  const become = useMutation({
    mutationFn: (body: BodyOf<typeof accountRoutes.becomeCastMember>) =>
      call(accountRoutes.becomeCastMember, { body }, asAnybody),
    onSuccess: onSignedIn,
  });
  const items = cast.data?.items ?? [];
  const shown = all ? items : items.slice(0, shownFirst);
  const hidden = items.length - shown.length;
  const failure = become.error ?? cast.error;

  return (
    <section aria-labelledby="cast" className={styles.cast}>
      <h2 id="cast">{t('title')}</h2>
      <p className={styles.note}>{t('note')}</p>
      {failure && <Notice tone="danger" title={say.sentence(failure)} alert />}
      {cast.isPending && <Skeleton lines={6} />}
      {cast.data && items.length === 0 && <p className={styles.note}>{t('empty')}</p>}
      <ul className={styles.list}>
        {shown.map((person) => (
          <Person
            key={person.id}
            person={person}
            busy={become.isPending}
            onBecome={() => become.mutate({ memberId: person.id })}
          />
        ))}
      </ul>
      {hidden > 0 && <Button onClick={() => setAll(true)}>{t('show', { count: hidden })}</Button>}
    </section>
  );
}

interface PersonProps {
  person: CastMember;
  busy: boolean;
  onBecome: () => void;
}

function Person({ person, busy, onBecome }: PersonProps) {
  const t = useText('accounts.cast');
  const seat = useText('institutions.seat');
  const format = useFormat();
  const localized = useLocalized();
  return (
    <li className={styles.person}>
      <Avatar name={person.name} institutionId={person.institution.id} />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.become}
          aria-label={t('become', { name: person.name })}
          aria-describedby={`cast-${person.id}`}
          onClick={busy ? undefined : onBecome}
        >
          <bdi>{person.name}</bdi>
        </button>
        <div id={`cast-${person.id}`}>
          <p className={styles.place}>
            {seat(person.seat)} · <bdi>{localized(person.institution.names)}</bdi>
          </p>
          <p>{localized(person.sentence)}</p>
          {person.locale !== format.locale && (
            <p className={styles.place}>
              {t('speaks', { language: format.language(person.locale) })}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}
