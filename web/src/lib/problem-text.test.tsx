import { problems } from '@counterpart/contract';
import { loadMessages, locales } from '@counterpart/locale';
import { LocaleProvider } from '@counterpart/locale/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ApiProblem, Unreachable } from './problem.ts';
import { useProblemText } from './problem-text.ts';

function problem(code: keyof typeof problems): ApiProblem {
  return new ApiProblem({
    type: `/problems/${code}`,
    title: code,
    status: problems[code],
    code,
    requestId: 'r1',
  });
}

function Say({ error, reason }: { error: unknown; reason: string }) {
  const say = useProblemText();
  return `${say.sentence(error)} ${say.field(reason)}`;
}

describe.each(locales)('in %s', async (locale) => {
  const messages = await loadMessages(locale);
  const said = (error: unknown, reason = 'other') =>
    renderToStaticMarkup(
      <LocaleProvider locale={locale} messages={messages}>
        <Say error={error} reason={reason} />
      </LocaleProvider>,
    );

  it('has a sentence of its own for every refusal and every silence', () => {
    const codes = Object.keys(problems).filter((code): code is keyof typeof problems =>
      Object.hasOwn(problems, code),
    );
    const errors = [
      ...codes.map(problem),
      new Unreachable('offline', null),
      new Unreachable('timeout', null),
    ];
    const sentences = errors.map((error) => said(error));
    expect(new Set(sentences).size).toBe(errors.length);
    expect(sentences.filter((sentence) => sentence.includes('errors.'))).toEqual([]);
  });

  it('says something for an unknown failure and an unknown reason', () => {
    expect(said(new TypeError('x'))).toBe(said(problem('internal')));
    expect(said(null, 'toString')).toBe(said(null, 'other'));
  });

  it('knows the schemas’ word for too long', () => {
    expect(said(null, 'too-big')).toBe(said(null, 'too-long'));
    expect(said(null, 'too-big')).not.toBe(said(null, 'other'));
  });
});
