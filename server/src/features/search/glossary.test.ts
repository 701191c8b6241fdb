import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundGlossary } from '../../founding/found.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { createGlossary, widen } from './glossary.ts';
import { readQuestion } from './question/read-question.ts';
import { type Archive, openArchive } from './testing/archive.ts';

let t: TestApp;
let archive: Archive;
beforeAll(async () => {
  t = await startTestApp();
  archive = await openArchive(t);
  await foundGlossary(t.app.house);
});
afterAll(() => t.close());

async function widened(q: string) {
  const found = widen(readQuestion(q), await createGlossary(t.app.house)());
  return found.map(({ because, equivalents }) => [because, equivalents.map(({ term }) => term)]);
}

describe('the glossary', () => {
  it('knows a term of several words, in any form of them', async () => {
    const [first, ...others] = await widened('preventing violent extremism');
    expect(others).toEqual([]);
    expect(first?.[0]).toBe('preventing violent extremism');
    expect(first?.[1]).toContain("prévention de l'extrémisme violent");
    expect(first?.[1]).toContain('منع التطرف العنيف');
  });

  it('takes the longest term, and none within it', async () => {
    const found = await widened('extrémisme violent jeunes');
    expect(found[0]?.[0]).toBe('extrémisme violent');
    expect(found[0]?.[1]).toContain('violent extremism');
  });

  it('takes an abbreviation only as it is', async () => {
    expect(await widened('CVE')).toHaveLength(1);
    expect(await widened('cves')).toEqual([]);
  });

  it('leaves what stands in quotes', async () => {
    expect(await widened('"violent extremism"')).toEqual([]);
  });
});

describe('a question in one language', () => {
  it('finds what was written in the others, says what it added, and does without when asked', async () => {
    const { ask, search, found } = archive;
    const arabic = await ask({
      title: 'ماذا فعلتم؟',
      body: 'تعمل بلديتنا على منع التطرف العنيف مع المدارس.',
      language: 'ar',
    });
    const english = await ask({
      title: 'What did you do?',
      body: 'Our city works on preventing violent extremism with schools.',
    });
    await t.settle();
    const q = "prévention de l'extrémisme violent";
    const { items, added } = await search(q);
    expect(new Set(items.map(({ id }) => id))).toEqual(
      new Set([arabic.threadId, english.threadId]),
    );
    expect(added).toContainEqual({
      term: 'منع التطرف العنيف',
      language: 'ar',
      because: 'prévention de extrémisme violent',
      note: null,
    });
    expect(await found(q, { expand: 'no' })).not.toContain(arabic.threadId);
    expect((await search(q, { expand: 'no' })).added).toEqual([]);
  });

  it('puts what was written as it was typed above what only means the same', async () => {
    const { ask, found } = archive;
    const french = await ask({
      title: 'A',
      body: 'La municipalité a un médiateur.',
      language: 'fr',
    });
    const english = await ask({ title: 'B', body: 'The municipality has a mediator.' });
    await t.settle();
    expect((await found('municipality mediator')).slice(0, 2)).toEqual([
      english.threadId,
      french.threadId,
    ]);
  });

  it('is told what is to be known about a contested word', async () => {
    const { added } = await archive.search('deradicalization');
    expect(added.length).toBeGreaterThan(0);
    for (const { note } of added) expect(note?.en).toMatch(/^Contested/);
  });
});

it('says a term once that two languages share', async () => {
  const { added } = await archive.search('radicalization');
  const terms = added.map(({ term }) => term);
  expect(terms).toContain('radicalisation');
  expect(new Set(terms).size).toBe(terms.length);
});

it('follows what is changed in it', async () => {
  const current = createGlossary(t.app.house);
  expect(widen(readQuestion('roundabout'), await current())).toEqual([]);
  await t.sql`insert into glossary_meaning (id, terms_en, terms_fr, terms_ar, updated_at)
    values (1, '{roundabout}', '{rond-point}', '{دوار}', now())`;
  expect(widen(readQuestion('roundabout'), await current())).toHaveLength(1);
});
