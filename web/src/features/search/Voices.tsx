import { limits, type SearchVoice } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { addresses } from '../../lib/addresses.ts';
import { useLocalized } from '../../lib/page-locale.ts';
import { Button } from '../../ui/Button.tsx';
import { isolate as bdi } from '../../ui/fill.tsx';
import styles from './Search.module.css';

/** Who has done this: cities and people who wrote most about it, each to be asked with one press. */
export function Voices({ who, q }: { who: readonly SearchVoice[]; q: string }) {
  const t = useText('search.who');
  if (who.length === 0) return null;
  return (
    <section aria-labelledby="who" className={styles.who}>
      <h2 id="who">{t('title')}</h2>
      <ul>
        {who.map((voice) => (
          <Voice key={voice.institution.id} voice={voice} q={q} />
        ))}
      </ul>
    </section>
  );
}

function Voice({ voice: { institution, posts, people }, q }: { voice: SearchVoice; q: string }) {
  const t = useText('search.who');
  const seats = useText('institutions.seat');
  const localized = useLocalized();
  const navigate = useNavigate();
  const name = localized(institution.names);

  function ask(): void {
    const asked = [`@institution:${institution.id}`, ...people.map(({ id }) => `@member:${id}`)];
    void navigate({
      to: '/ask',
      state: { question: q.slice(0, limits.title), body: `${asked.join(' ')}\n\n` },
    });
  }

  return (
    <li className={styles.voice}>
      <div>
        <Link to={addresses.institution(institution.id)} className={styles.city}>
          <bdi>{name}</bdi>
        </Link>
        <div className={styles.meta}>
          <span>{t('posts', { count: posts })}</span>
          {people.map((one) => (
            <span key={one.id}>
              <Link to={addresses.member(one.id)}>
                <bdi>{one.name}</bdi>
              </Link>
              {one.seat && (
                <>
                  {' · '}
                  <bdi>{seats(one.seat)}</bdi>
                </>
              )}
            </span>
          ))}
        </div>
      </div>
      <Button onClick={ask}>
        <span>{t.rich('ask', { name, bdi })}</span>
      </Button>
    </li>
  );
}
