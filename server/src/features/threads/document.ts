import { limits, type PostView, type ReplyOf, threadRoutes } from '@counterpart/contract';
import { createFormat, type Format, type Locale, type Translator } from '@counterpart/locale';
import { escapeHtml } from '@counterpart/text/mentions';
import { firstAnswer, type PageRenderer } from '../../platform/document.ts';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import { translatorFor } from '../../platform/translators.ts';
import { getPost } from './queries.ts';
import { getThreadPage, type ThreadMemory } from './thread-page.ts';

type Page = ReplyOf<typeof threadRoutes.getThread>;

interface Reader {
  now: Date;
  locale: Locale;
  format: Format;
  translate: Translator;
}

function postHtml(post: PostView, { now, locale, format, translate }: Reader): string {
  const { name, seat, institution } = post.author.member;
  const city = institution === null ? '' : ` · <bdi>${escapeHtml(institution.names[locale])}</bdi>`;
  const role = seat === null ? '' : escapeHtml(translate(`institutions.seat.${seat}`));
  const who = escapeHtml(name ?? translate('ui.formerMember'));
  return `<article class="plain-post"><p><b><bdi>${who}</bdi></b> <small>${role}${city} · ${post.seq} · <time datetime="${post.createdAt}">${escapeHtml(format.short(post.createdAt, now))}</time></small></p><div lang="${escapeHtml(post.language)}" dir="auto">${post.html}</div></article>`;
}

/** Title, synthesis and posts as plain html, from what is stored. */
function pageHtml({ thread, posts }: Page, reader: Reader): string {
  const { title, language, synthesis } = thread;
  const lang = escapeHtml(language);
  const summary = synthesis
    ? `<section lang="${escapeHtml(synthesis.language)}" dir="auto">${synthesis.html}</section>`
    : '';
  const articles = posts
    .filter(({ state }) => state === 'published')
    .map((post) => postHtml(post, reader));
  return `<main class="plain"><h1 lang="${lang}" dir="auto">${escapeHtml(title)}</h1>${summary}${articles.join('')}</main>`;
}

/** The document of the thread page, with the one answer that fills it. */
export function threadDocument(house: House, memory: ThreadMemory): PageRenderer {
  return async ({ actor, locale, params, query }) => {
    const id = Number(params['id']);
    const asked = Number(query['from']);
    const from = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
    if (!Number.isSafeInteger(id)) throw notFound();
    const window = { id, from, limit: limits.page.usual };
    const { json } = await getThreadPage(house, memory, actor, window, house.asOf());
    const page = JSON.parse(json) as Page;
    const now = house.db.clock.now();
    const reader = { now, locale, format: createFormat(locale), translate: translatorFor(locale) };
    const input = { params: { id }, query: from === undefined ? {} : { from } };
    return {
      title: page.thread.title,
      html: pageHtml(page, reader),
      answers: [firstAnswer(threadRoutes.getThread, input, json)],
    };
  };
}

/** The document of a permalink: the window around the post, wherever the thread is now. */
export function permalinkDocument(house: House, memory: ThreadMemory): PageRenderer {
  const render = threadDocument(house, memory);
  return async (request) => {
    const postId = Number(request.params['postId']);
    if (!Number.isSafeInteger(postId)) throw notFound();
    const post = await getPost(house, request.actor, postId);
    const from = String(Math.max(1, post.seq - 2));
    return render({ ...request, params: { id: String(post.threadId) }, query: { from } });
  };
}
