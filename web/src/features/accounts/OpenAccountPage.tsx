import { accountRoutes, type BodyOf, limits } from '@counterpart/contract';
import { useFormat, useText } from '@counterpart/locale/react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../lib/api.ts';
import { textIn } from '../../lib/form-text.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary, type Mistake } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { asAnybody } from './api.ts';
import styles from './SignInForm.module.css';
import { useEnter } from './use-enter.ts';

/** The token is in the fragment of the address, which browsers send to nobody. */
function tokenFromAddress(): string {
  return location.hash.slice(1);
}

export function OpenAccountPage() {
  const t = useText('accounts.link');
  const [token] = useState(tokenFromAddress);
  return (
    <Page title={t('title')}>
      {token ? <OpenAccountForm token={token} /> : <Notice tone="warning" title={t('missing')} />}
    </Page>
  );
}

function OpenAccountForm({ token }: { token: string }) {
  const t = useText('accounts.link');
  const say = useProblemText();
  const { locale } = useFormat();
  const enter = useEnter();
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const accept = useMutation({
    mutationFn: (body: BodyOf<typeof accountRoutes.acceptLink>) =>
      call(accountRoutes.acceptLink, { body }, asAnybody),
    onSuccess: enter,
    onError(error) {
      const fields = error instanceof ApiProblem ? error.fields : [];
      const named = fields
        .filter(({ path }) => path === 'name' || path === 'password')
        .map(({ path, reason }) => ({ field: path, text: say.field(reason) }));
      setMistakes(named.length > 0 ? named : [{ field: 'password', text: say.sentence(error) }]);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const name = textIn(data, 'name').trim();
    const password = textIn(data, 'password');
    const found: Mistake[] = [];
    if (!name) found.push({ field: 'name', text: say.field('required') });
    if (password.length < limits.password.shortest) {
      found.push({ field: 'password', text: say.field('too-short') });
    }
    setMistakes(found);
    if (found.length === 0) accept.mutate({ token, name, password, locale });
  }

  const errorOf = (field: string) => mistakes.find((mistake) => mistake.field === field)?.text;
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <p>{t('intro')}</p>
      <ErrorSummary mistakes={mistakes} />
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        maxLength={limits.name}
        label={t('name')}
        error={errorOf('name')}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        maxLength={limits.password.longest}
        label={t('password')}
        hint={t('passwordHint', { count: limits.password.shortest })}
        error={errorOf('password')}
      />
      <div>
        <Button type="submit" look="primary" busy={accept.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
