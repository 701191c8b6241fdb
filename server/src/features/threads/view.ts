import {
  type PostQuote,
  type PostState,
  type PostView,
  type SynthesisView,
  type ThreadView,
} from '@counterpart/contract';
import { fillMentions } from '@counterpart/text/mentions';
import {
  type InstitutionContextRow,
  institutionView,
  type MemberRow,
  memberBriefView,
} from '../institutions/index.ts';
import { type SpaceBriefRow, spaceBriefView } from '../spaces/index.ts';
import { excerptOf } from './excerpt.ts';
import { standingPassage } from './quotes.ts';

export interface MentionRow {
  kind: 'member' | 'institution';
  id: number;
  /** Of a member; null when they left or were erased. */
  name: string | null;
}

export interface QuoteRow {
  postId: number;
  threadId: number;
  seq: number;
  state: PostState;
  html: string;
  /** The passage that was chosen; the whole post when null. */
  text: string | null;
  language: string;
  author: MemberRow;
  /** Whether the quoted post may be shown to every reader of the quoting thread. */
  shareable: boolean;
}

export interface PostRow {
  id: number;
  threadId: number;
  seq: number;
  state: PostState;
  revision: number;
  version: number;
  body: string;
  html: string;
  language: string;
  createdAt: Date;
  editedAt: Date | null;
  useful: number;
  tried: number;
  talk: number;
  author: MemberRow;
  quote: QuoteRow | null;
  mentions: MentionRow[] | null;
}

function quoteView(row: QuoteRow): PostQuote {
  const gone = row.state !== 'published' || !row.shareable;
  return {
    postId: row.postId,
    threadId: row.threadId,
    seq: row.seq,
    author: gone ? null : { member: memberBriefView(row.author) },
    excerpt: gone ? '' : (standingPassage(row.html, row.text) ?? excerptOf(row.html)),
    language: row.language,
    gone,
  };
}

/** Stored html with the names of those it mentions, as they are now. */
export function withMentions(html: string, mentions: readonly MentionRow[] | null): string {
  const names = new Map((mentions ?? []).map((row) => [`${row.kind}:${row.id}`, row.name]));
  return fillMentions(html, (kind, id) => {
    const name = names.get(`${kind}:${id}`);
    if (name === undefined) return undefined;
    if (name === null) return { text: '@—' };
    return { text: name, href: kind === 'member' ? `/members/${id}` : `/cities/${id}` };
  });
}

/** A post, the same for every reader. What is not published shows neither body nor quote. */
export function postView(row: PostRow): PostView {
  const isShown = row.state === 'published';
  return {
    id: row.id,
    threadId: row.threadId,
    seq: row.seq,
    revision: row.revision,
    version: row.version,
    author: { member: memberBriefView(row.author) },
    body: isShown ? row.body : '',
    html: isShown ? withMentions(row.html, row.mentions) : '',
    quote: isShown && row.quote ? quoteView(row.quote) : null,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    state: row.state,
    reactions: { useful: row.useful, tried: row.tried, talk: row.talk },
  };
}

export interface ThreadBriefRow {
  id: number;
  kind: ThreadView['kind'];
  title: string;
  language: string;
  sharing: ThreadView['sharing'];
  themes: string[];
  createdAt: Date;
  lastActivityAt: Date;
  posts: number;
  lastSeq: number;
  pinned: boolean;
  locked: boolean;
  version: number;
  author: MemberRow;
  space: SpaceBriefRow;
}

export function threadBriefView(row: ThreadBriefRow) {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    language: row.language,
    sharing: row.sharing,
    themes: row.themes,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    posts: row.posts,
    lastSeq: row.lastSeq,
    pinned: row.pinned,
    locked: row.locked,
    version: row.version,
    space: spaceBriefView(row.space),
    author: { member: memberBriefView(row.author) },
  };
}

export interface SynthesisRow {
  body: string;
  html: string;
  language: string;
  revision: number;
  updatedAt: string | Date;
  author: MemberRow;
  sources: { postId: number; seq: number }[];
}

export function synthesisView(row: SynthesisRow): SynthesisView {
  return {
    body: row.body,
    html: withMentions(row.html, null),
    language: row.language,
    author: { member: memberBriefView(row.author) },
    sources: row.sources,
    revision: row.revision,
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

export interface ThreadRow extends ThreadBriefRow {
  revision: number;
  authorInstitutionId: number | null;
  /** Of those whose members have posted. */
  institutionIds: number[];
  /** These and the one of the author, with their context. */
  institutions: InstitutionContextRow[];
  synthesis: SynthesisRow | null;
}

/** A thread, the same for every reader. */
export function threadView(row: ThreadRow): ThreadView {
  const institutions = row.institutions.map(institutionView);
  return {
    ...threadBriefView(row),
    institution: institutions.find(({ id }) => id === row.authorInstitutionId) ?? null,
    institutions: institutions.filter(({ id }) => row.institutionIds.includes(id)),
    synthesis: row.synthesis && synthesisView(row.synthesis),
    revision: row.revision,
  };
}
