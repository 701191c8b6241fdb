import { limits, type PostView, type ReplyOf, threadRoutes } from '@counterpart/contract';
import { createFormat, type Format, type Locale, type Translator } from '@counterpart/locale';
import { escapeHtml } from '@counterpart/text/mentions';
import type { Actor } from '../../platform/actor.ts';
import { firstAnswer, type PageRenderer } from '../../platform/document.ts';
import type { House } from '../../platform/house.ts';
import { notFound } from '../../platform/refusal.ts';
import { translatorFor } from '../../platform/translators.ts';
import type { ThreadMemory } from './memory.ts';
import { getPost } from './queries.ts';
import { getThreadPage } from './thread-page.ts';

type Page = ReplyOf<typeof threadRoutes.getThread>;

interface Reader {
  now: Date;
  locale: Locale;
  format: Format;
  translate: Translator;
}

/** What is a text and no html, for its place in html. */
const words = escapeHtml;

function quoteHtml({ quote }: PostView): string {
  if (quote === null || quote.gone) return '';
  const name = words(quote.author?.member.name ?? '');
  return `<blockquote lang="${words(quote.language)}" dir="auto"><p>${words(quote.excerpt)}</p><p><small><bdi>${name}</bdi> · ${quote.seq}</small></p></blockquote>`;
}

function postHtml(post: PostView, { now, locale, format, translate }: Reader): string {
  const { name, seat, institution, state } = post.author.member;
  const city = institution === null ? '' : ` · <bdi>${words(institution.names[locale])}</bdi>`;
  const known = seat === null ? '' : words(translate(`institutions.seat.${seat}`));
  const role = state === 'unclaimed' ? words(translate('institutions.member.fromArchive')) : known;
  const who = words(name ?? translate('ui.formerMember'));
  const time = `<time datetime="${post.createdAt}">${words(format.short(post.createdAt, now))}</time>`;
  const number = format.number(post.seq);
  return `<article class="plain-post"><p><b><bdi>${who}</bdi></b> <small>${role}${city} · ${number} · ${time}</small></p>${quoteHtml(post)}<div lang="${words(post.language)}" dir="auto">${post.html}</div></article>`;
}

/** Who may read it, before anybody reads it. */
function sharingHtml({ thread }: Page, { translate }: Reader): string {
  const { sharing, space } = thread;
  const means = sharing === 'space' && space.access === 'open' ? 'spaceOpen' : sharing;
  const label = words(translate(`threads.sharing.${sharing}`));
  return `<p class="plain-note"><b>${label}.</b> ${words(translate(`threads.sharingMeans.${means}`))}</p>`;
}

function synthesisHtml({ thread }: Page, { translate }: Reader): string {
  const { synthesis } = thread;
  if (synthesis === null) return '';
  const label = words(translate('threads.synthesis'));
  return `<section class="plain-synthesis"><p><b>${label}</b></p><div lang="${words(synthesis.language)}" dir="auto">${synthesis.html}</div></section>`;
}

function moreHtml(id: number, from: number, text: string): string {
  return `<p class="plain-more"><a href="/threads/${id}?from=${from}">${words(text)}</a></p>`;
}

/** Title, label, synthesis and posts as plain html, from what is stored, with the way to the other posts. */
function pageHtml(page: Page, reader: Reader): string {
  const { thread, posts, next } = page;
  const { id, title, language, lastSeq } = thread;
  const { translate } = reader;
  const before = (posts[0]?.seq ?? 1) - 1;
  const earlier =
    before > 0
      ? moreHtml(
          id,
          Math.max(1, before - limits.page.usual + 1),
          translate('threads.place.earlier', { count: before }),
        )
      : '';
  const later =
    next === null
      ? ''
      : moreHtml(id, next, translate('threads.place.later', { count: lastSeq - next + 1 }));
  const articles = posts
    .filter(({ state }) => state === 'published')
    .map((post) => postHtml(post, reader));
  return `<main class="plain"><h1 lang="${words(language)}" dir="auto">${words(title)}</h1>${sharingHtml(page, reader)}${synthesisHtml(page, reader)}${earlier}${articles.join('')}${later}</main>`;
}

/** Signs of an answer that a document carries, about; more would hold up other readers while it is made. */
const mostSigns = 1_000_000;

/** A window for the document: fewer posts when they are very long, and the way to the others. */
async function windowFor(
  house: House,
  memory: ThreadMemory,
  actor: Actor,
  place: { id: number; from: number | undefined },
): Promise<string> {
  const limit = limits.page.usual;
  const page = await getThreadPage(memory, actor, { ...place, limit }, house.asOf());
  const json = page.bytes().toString();
  if (json.length <= mostSigns) return json;
  const fewer = Math.max(1, Math.floor((limit * mostSigns) / json.length));
  const bounded = { ...place, limit: fewer };
  return (await getThreadPage(memory, actor, bounded, house.asOf())).bytes().toString();
}

/** The document of the thread page, with the one answer that fills it. */
export function threadDocument(house: House, memory: ThreadMemory): PageRenderer {
  return async ({ actor, locale, params, query }) => {
    const id = Number(params['id']);
    const asked = Number(query['from']);
    const from = Number.isInteger(asked) && asked > 0 && asked < 2 ** 31 - 1 ? asked : undefined;
    if (!Number.isSafeInteger(id)) throw notFound();
    const json = await windowFor(house, memory, actor, { id, from });
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
