import type { SessionView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './SignInForm.module.css';
import { useSignIn } from './use-sign-in.ts';

/** Address and password; asks for the code only when the account has one. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: SessionView) => void }) {
  const t = useText('accounts.signIn');
  const { submit, busy, codeNeeded, mistakes, errorOf } = useSignIn(onSignedIn);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary mistakes={mistakes} />
      {codeNeeded && mistakes.length === 0 && <Notice tone="info" title={t('codeNeeded')} alert />}
      <TextField
        id="sign-in-email"
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        label={t('email')}
        error={errorOf('sign-in-email')}
      />
      <TextField
        id="sign-in-password"
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        label={t('password')}
        error={errorOf('sign-in-password')}
      />
      {codeNeeded && (
        <TextField
          id="sign-in-code"
          name="code"
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          label={t('code')}
          hint={t('codeHint')}
          error={errorOf('sign-in-code')}
        />
      )}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {busy ? t('busy') : t('submit')}
        </Button>
      </div>
    </form>
  );
}
