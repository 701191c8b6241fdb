import { accountRoutes, type SessionView } from '@counterpart/contract';
import { useText } from '@counterpart/locale/react';
import { useEffect, useState } from 'react';
import { call } from '../../lib/api.ts';
import { textIn } from '../../lib/form-text.ts';
import { ApiProblem, isProblem } from '../../lib/problem.ts';
import { type FieldReason, useProblemText } from '../../lib/problem-text.ts';
import type { Mistake } from '../../ui/ErrorSummary.tsx';
import { asAnybody } from './api.ts';

const names = ['email', 'password', 'code'] as const;
type FieldName = (typeof names)[number];

function nameOf(path: string): FieldName {
  return names.find((name) => name === path) ?? 'email';
}

interface Credentials {
  email: string;
  password: string;
  code?: string;
}

function credentialsFrom(data: FormData): Credentials {
  const code = textIn(data, 'code').replaceAll(/\s/g, '');
  return {
    email: textIn(data, 'email').trim(),
    password: textIn(data, 'password'),
    ...(code ? { code } : {}),
  };
}

/** State of the sign-in form; the fields themselves stay with the browser and its password manager. */
export function useSignIn(onSignedIn: (session: SessionView) => void) {
  const t = useText('accounts.signIn');
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);

  useEffect(() => {
    if (codeNeeded) document.getElementById('sign-in-code')?.focus();
  }, [codeNeeded]);

  function mistake(name: FieldName, reason: string): Mistake {
    return { field: `sign-in-${name}`, label: t(name), text: say.field(reason) };
  }

  function missing({ email, password, code }: Credentials): Mistake[] {
    const found: [FieldName, FieldReason][] = [];
    if (!/^\S+@\S+$/.test(email)) found.push(['email', 'email']);
    if (!password) found.push(['password', 'required']);
    if (codeNeeded && !/^\d{6}$/.test(code ?? '')) found.push(['code', 'code']);
    return found.map(([name, reason]) => mistake(name, reason));
  }

  function refused(error: unknown): Mistake[] {
    if (isProblem(error, 'second-factor-needed')) return [];
    if (error instanceof ApiProblem && error.fields.length > 0) {
      return error.fields.map(({ path, reason }) => mistake(nameOf(path), reason));
    }
    return [{ field: codeNeeded ? 'sign-in-code' : 'sign-in-email', text: say.sentence(error) }];
  }

  async function submit(data: FormData): Promise<void> {
    const body = credentialsFrom(data);
    const found = missing(body);
    setMistakes(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      onSignedIn(await call(accountRoutes.signIn, { body }, asAnybody));
    } catch (error) {
      if (isProblem(error, 'second-factor-needed')) setCodeNeeded(true);
      setMistakes(refused(error));
    } finally {
      setBusy(false);
    }
  }

  return {
    submit,
    busy,
    codeNeeded,
    mistakes,
    errorOf: (field: string) => mistakes.find((mistake) => mistake.field === field)?.text,
  };
}
