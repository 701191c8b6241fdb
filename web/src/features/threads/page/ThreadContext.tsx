import type { InstitutionView, ThreadView } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { addresses } from '../../../lib/addresses.ts';
import { useLocalized } from '../../../lib/page-locale.ts';
import { Facts } from '../../../ui/Facts.tsx';
import styles from './ThreadContext.module.css';

function InstitutionLink({ institution }: { institution: InstitutionView }) {
  const localized = useLocalized();
  return (
    <Link to={addresses.institution(institution.id)}>
      <bdi>{localized(institution.names)}</bdi>
    </Link>
  );
}

function Asking({ thread, institution }: { thread: ThreadView; institution: InstitutionView }) {
  const t = useText('threads.around');
  const word = useText('institutions');
  const format = useFormat();
  const localized = useLocalized();
  const { population, region, languages, country } = institution;
  return (
    <section aria-labelledby="asking">
      <h2 id="asking">{t('asked', { kind: thread.kind })}</h2>
      <p className={styles.city}>
        <InstitutionLink institution={institution} />
      </p>
      <Facts
        facts={[
          [word('country'), country && format.country(country)],
          [word('population'), population === null ? null : format.number(population)],
          [word('region'), region && localized(region.names)],
          [word('languages'), format.list(languages.map(format.language))],
        ]}
      />
    </section>
  );
}

function Taking({ title, institutions }: { title: string; institutions: InstitutionView[] }) {
  const id = useId();
  const localized = useLocalized();
  if (institutions.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.taking}>
        {institutions.map((institution) => (
          <li key={institution.id}>
            <InstitutionLink institution={institution} />{' '}
            {institution.region && (
              <span className={styles.quiet}>{localized(institution.region.names)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What lets a reader compare: where the question comes from, and who else takes part. */
export function ThreadContext({ thread }: { thread: ThreadView }) {
  const t = useText('threads.around');
  const { institution, institutions } = thread;
  const others = institutions.filter(({ id }) => id !== institution?.id);
  const of = (kind: InstitutionView['kind']) => others.filter((one) => one.kind === kind);
  return (
    <div className={styles.context}>
      {institution && <Asking thread={thread} institution={institution} />}
      <Taking title={t('cities')} institutions={of('city')} />
      <Taking title={t('organisations')} institutions={of('organisation')} />
    </div>
  );
}
