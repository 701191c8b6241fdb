import type { ThreadKind } from '@counterpart/contract';
import type { Fragment, Sql } from 'postgres';
import type { Actor } from '../../../platform/actor.ts';
import { readableSpaces } from '../../spaces/index.ts';
import type { QuestionFilters } from '../question/read-question.ts';

/** What a document must be, beside what it says: of the question, and of the page. */
export interface Filters extends QuestionFilters {
  space?: number | undefined;
  theme?: string | undefined;
  language?: string | undefined;
  kind?: ThreadKind | undefined;
  institution?: number | undefined;
  author?: number | undefined;
}

/** How a name is compared: as the folded words of it, one of which begins like that. */
function named(sql: Sql, name: Fragment, typed: string): Fragment {
  return sql`folded(${typed}) <> '' and (' ' || folded(${name})) like '% ' || replace(replace(replace(
    folded(${typed}), '\\', ''), '%', ''), '_', '') || '%'`;
}

function oneOf(sql: Sql, conditions: readonly Fragment[]): Fragment {
  return conditions.reduce((all, one) => sql`${all} or ${one}`);
}

/** Threads by where they stand and what they are; `thread` is the row. */
function ofThread(sql: Sql, actor: Actor, filters: Filters): Fragment[] {
  const { space, theme, kind, spaces, themes, hasAnswer } = filters;
  return [
    space === undefined ? [] : sql`thread.space_id = ${space}`,
    kind === undefined ? [] : sql`thread.kind = ${kind}`,
    hasAnswer ? sql`thread.answered_at is not null` : [],
    theme === undefined
      ? []
      : sql`exists (select from thread_theme t
          where t.thread_id = thread.id and t.theme_slug = ${theme})`,
    ...spaces.map(
      (typed) => sql`thread.space_id = any(array(select space.id from space
        where ${readableSpaces(sql, actor)} and (space.slug = ${typed} or ${oneOf(sql, [
          named(sql, sql`space.name_en`, typed),
          named(sql, sql`space.name_fr`, typed),
          named(sql, sql`space.name_ar`, typed),
        ])})))`,
    ),
    ...themes.map(
      (typed) => sql`exists (select from thread_theme t join theme on theme.slug = t.theme_slug
        where t.thread_id = thread.id and (theme.slug = ${typed} or ${oneOf(sql, [
          named(sql, sql`theme.name_en`, typed),
          named(sql, sql`theme.name_fr`, typed),
          named(sql, sql`theme.name_ar`, typed),
        ])}))`,
    ),
  ].flat();
}

/** Texts whose writer, or the institution they wrote for, is so: found from there, since it is few. */
function writtenBy(
  sql: Sql,
  column: 'author_id' | 'author_institution_id',
  is: Fragment,
): Fragment {
  const name = sql(column);
  return sql`(doc.id, doc.kind) in (
    select id, 'post' from post where ${name} = ${is}
    union all select thread_id, 'synthesis' from synthesis where ${name} = ${is})`;
}

/** Texts by who wrote them, and where. */
function ofWriter(sql: Sql, actor: Actor, filters: Filters): Fragment[] {
  const { institution, author, isMine, authors, cities } = filters;
  return [
    author === undefined ? [] : writtenBy(sql, 'author_id', sql`${author}::bigint`),
    isMine ? writtenBy(sql, 'author_id', sql`${actor.memberId}::bigint`) : [],
    institution === undefined
      ? []
      : writtenBy(sql, 'author_institution_id', sql`${institution}::bigint`),
    ...authors.map((typed) =>
      writtenBy(
        sql,
        'author_id',
        sql`any(array(select p.member_id from member_person p
          join member m on m.id = p.member_id
          where m.state not in ('left', 'erased') and ${named(sql, sql`p.name`, typed)}))`,
      ),
    ),
    ...cities.map((typed) =>
      writtenBy(
        sql,
        'author_institution_id',
        sql`any(array(select i.id from institution i where ${oneOf(sql, [
          named(sql, sql`i.name_en`, typed),
          named(sql, sql`i.name_fr`, typed),
          named(sql, sql`i.name_ar`, typed),
        ])}))`,
      ),
    ),
  ].flat();
}

/** Texts by when and in which language they were written; `post` and `synthesis` are the rows, one of them null. */
function ofText(sql: Sql, { language, languages, before, after, hasLink }: Filters): Fragment[] {
  const tongue = sql`coalesce(post.language, synthesis.language)`;
  const spoken = [...(language === undefined ? [] : [language]), ...languages];
  return [
    ...spoken.map((tag) => sql`(${tongue} = ${tag} or ${tongue} like ${`${tag}-%`})`),
    before === undefined ? [] : sql`doc.written_at < ${before}`,
    after === undefined ? [] : sql`doc.written_at >= ${after}`,
    hasLink ? sql`coalesce(post.html, synthesis.html) like '%<a %href=%'` : [],
  ].flat();
}

/** What the actor has done with them. */
function ofReader(sql: Sql, { memberId }: Actor, filters: Filters): Fragment[] {
  return [
    filters.isBookmarked
      ? sql`exists (select from bookmark where bookmark.post_id = post.id
          and bookmark.member_id = ${memberId})`
      : [],
    filters.isUnread
      ? sql`post.author_id <> ${memberId} and post.seq > coalesce((
          select r.read_seq from thread_reader r
          where r.thread_id = thread.id and r.member_id = ${memberId}), 0)`
      : [],
  ].flat();
}

/** Whether a question is narrowed by more than words. */
export function isNarrowed(filters: Filters): boolean {
  const { inTitle: _words, sort: _order, ...rest } = filters;
  return Object.values(rest).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false,
  );
}

/** All of it as one condition. */
export function matching(sql: Sql, actor: Actor, filters: Filters): Fragment {
  return [
    ...ofThread(sql, actor, filters),
    ...ofWriter(sql, actor, filters),
    ...ofText(sql, filters),
    ...ofReader(sql, actor, filters),
  ].reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}
