import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Mode,
  type ReplyOf,
  type Route,
  type SessionView,
  type ThemePreference,
  themePreferences,
} from '@counterpart/contract';
import { directionOf, type Locale } from '@counterpart/locale';
import { escapeHtml } from '@counterpart/text/mentions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { build } from './build.ts';
import { registerUnknown } from './errors.ts';
import { Refusal } from './refusal.ts';
import { localeOf } from './request-locale.ts';
import { translatorFor } from './translators.ts';

/** An answer that the page would ask for first, under the key the web client gives it. */
export interface FirstAnswer {
  key: unknown[];
  /** Already JSON. */
  json: string;
}

/** What a page puts into its document; all parts may be missing. */
export interface PageDocument {
  title?: string;
  /** Readable before and without scripts; safe html. */
  html?: string;
  answers?: FirstAnswer[];
}

export interface PageRequest {
  actor: Actor;
  locale: Locale;
  params: Record<string, string>;
  query: Record<string, unknown>;
}

export type PageRenderer = (request: PageRequest) => Promise<PageDocument>;

/** Names an answer as `keyOf` of the web client does. */
export function firstAnswer<R extends Route>(
  route: R,
  input: object,
  reply: ReplyOf<R> | string,
): FirstAnswer {
  const json = typeof reply === 'string' ? reply : JSON.stringify(reply);
  return { key: [`${route.method} ${route.path}`, input], json };
}

/** JSON that cannot end the script element it stands in. */
function inScript(json: string): string {
  return json
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Said where no script runs: what can be read so, and what cannot. */
function withoutScripts(locale: Locale): string {
  const sentence = translatorFor(locale)('app.withoutScripts');
  return `<noscript><p class="plain plain-note">${escapeHtml(sentence)}</p></noscript>`;
}

export interface DocumentOptions {
  folder: string;
  mode: Mode;
  /** Who is signed in, for the first data. */
  session(actor: Actor): Promise<SessionView>;
  /** Answers that the frame around every page of a member asks for. */
  frame(actor: Actor): Promise<FirstAnswer[]>;
  /** For someone who is signed out. */
  guest(locale: Locale): Promise<PageDocument>;
  pages: Record<string, PageRenderer>;
}

interface Filled {
  locale: Locale;
  theme: ThemePreference;
  page: PageDocument;
  session: SessionView | null;
}

/** Fills the template that vite built: language, direction, theme, title, first data, plain html. */
function createTemplate(folder: string, mode: Mode) {
  const source = readFileSync(join(folder, 'index.html'), 'utf8');
  return ({ locale, theme, page, session }: Filled): string => {
    const answers = (page.answers ?? []).map(
      ({ key, json }) => `{"key":${JSON.stringify(key)},"data":${json}}`,
    );
    const data = `{"build":${JSON.stringify(build)},"mode":"${mode}","session":${JSON.stringify(session)},"queries":[${answers.join(',')}]}`;
    const attributes = theme === 'system' ? '' : ` data-theme="${theme}"`;
    const title = page.title === undefined ? 'Counterpart' : `${page.title} · Counterpart`;
    // Functions, because a text may hold `$&`, which a replacement string would expand.
    return source
      .replace(
        '<html lang="en" dir="ltr">',
        () => `<html lang="${locale}" dir="${directionOf(locale)}"${attributes}>`,
      )
      .replace('<title>Counterpart</title>', () => `<title>${escapeHtml(title)}</title>`)
      .replace('<!--document:head-->', '')
      .replace('<!--document:body-->', () => (page.html ?? '') + withoutScripts(locale))
      .replace(
        '<!--document:data-->',
        () => `<script type="application/json" id="first-data">${inScript(data)}</script>`,
      );
  };
}

function themeOf(request: FastifyRequest, session: SessionView | null): ThemePreference {
  const cookie = request.cookies['counterpart-theme'];
  return (
    session?.member.preferences.theme ??
    themePreferences.find((theme) => theme === cookie) ??
    'system'
  );
}

/** Serves a document for every page; the ones in `pages` come with their first data. */
export function registerDocuments(http: FastifyInstance, options: DocumentOptions): void {
  const { folder, mode, pages } = options;
  const fill = createTemplate(folder, mode);

  async function send(request: FastifyRequest, reply: FastifyReply, render?: PageRenderer) {
    const locale = localeOf(request);
    const { actor } = request;
    let status = 200;
    let page: PageDocument = {};
    if (actor === undefined) page = await options.guest(locale);
    else if (render !== undefined) {
      const params = request.params as Record<string, string>;
      const query = request.query as Record<string, unknown>;
      try {
        page = await render({ actor, locale, params, query });
      } catch (error) {
        // The client shows what is wrong, in its frame; the address itself is not there.
        if (!(error instanceof Refusal)) throw error;
        status = 404;
      }
    }
    const session = actor === undefined ? null : await options.session(actor);
    const frame = actor === undefined ? [] : await options.frame(actor);
    page = { ...page, answers: [...frame, ...(page.answers ?? [])] };
    const theme = themeOf(request, session);
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(fill({ locale, theme, page, session }));
  }

  for (const [path, render] of Object.entries(pages)) {
    http.get(path, { schema: { hide: true } }, (request, reply) => send(request, reply, render));
  }
  registerUnknown(http, send);
}
