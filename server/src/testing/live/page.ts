// What the page of a thread owes, as docs/events.md says it, in as few words as possible.
import { type LiveEvent, type PostView, type ReplyOf, routes } from '@counterpart/contract';
import { type Client, readReply } from '../client.ts';

type Shown = ReplyOf<typeof routes.getThread>;

const everything = { from: '1', limit: '50' } as const;

/** What has changed and not been asked for yet. */
interface Due {
  /** The highest number that made something old. */
  seq: number;
  all: boolean;
  thread: boolean;
  posts: Set<number>;
}

const nothingDue = (): Due => ({ seq: 0, all: false, thread: false, posts: new Set() });

/** The page of one thread as one member has it open; null when there is nothing to be read. */
export class Page {
  shown: Shown | null = null;
  private due = nothingDue();
  private readonly marks = new Map<string, number>();
  private readonly client: Client;
  readonly threadId: number;
  readonly memberId: number;

  constructor(client: Client, threadId: number, memberId: number) {
    this.client = client;
    this.threadId = threadId;
    this.memberId = memberId;
  }

  /** A load as it is now, of everything. */
  async fresh(): Promise<Shown | null> {
    const input = { params: { id: this.threadId }, query: everything };
    const answer = await this.client.ask(routes.getThread, input);
    return answer.status === 404 ? null : readReply(routes.getThread, answer);
  }

  /** The first load; the marks are those of its `asOf`. */
  async open(scopes: readonly string[], asOf: number): Promise<void> {
    this.shown = await this.fresh();
    for (const scope of scopes) this.marks.set(scope, this.shown?.asOf ?? asOf);
  }

  mark(scope: string): number {
    return this.marks.get(scope) ?? 0;
  }

  /** More was missed than is replayed. */
  resync({ seq, scopes }: { seq: number; scopes: readonly string[] }): void {
    for (const scope of scopes) this.marks.set(scope, Math.max(seq, this.mark(scope)));
    this.note(seq).all = true;
  }

  take(event: LiveEvent): void {
    const { scope, seq } = event;
    if (seq <= this.mark(scope)) return;
    this.marks.set(scope, seq);
    if (scope === `thread:${this.threadId}`) this.takeOwn(event);
    else this.takeOther(event);
  }

  /** Asks again for what is due, until the answer has seen the log that far. */
  async askAgain(): Promise<void> {
    const { due } = this;
    if (due.seq === 0) return;
    const answer = await this.fresh();
    if (answer !== null && answer.asOf < due.seq) throw new Error('The answer is older than asked');
    this.due = nothingDue();
    if (answer === null || this.shown === null || due.all) {
      this.shown = answer;
      return;
    }
    const { shown } = this;
    const wanted = answer.posts.filter(({ id }) => due.posts.has(id));
    const changed = wanted.filter((post) => post.version >= (this.find(post.id)?.version ?? 0));
    for (const post of changed) this.put(post);
    if (due.thread) shown.thread = answer.thread;
    // One's own part is small and comes with every answer.
    shown.mine = answer.mine;
    shown.next = answer.next;
    shown.asOf = answer.asOf;
  }

  private note(seq: number): Due {
    this.due.seq = Math.max(this.due.seq, seq);
    return this.due;
  }

  private takeOwn({ type, subject, seq, version, data }: LiveEvent): void {
    const due = this.note(seq);
    switch (type) {
      case 'post.created':
        // It comes along, unless it has changed since; how many there are stands in the thread.
        due.thread = true;
        if (data === undefined) due.posts.add(subject);
        else if (version > (this.find(subject)?.version ?? 0)) this.put(data);
        return;
      case 'post.edited':
      case 'post.deleted':
      case 'reaction.changed':
        due.posts.add(subject);
        return;
      case 'thread.changed':
      case 'synthesis.changed':
        due.thread = true;
        return;
      case 'access.changed':
        due.all = true;
        return;
      default:
        throw new Error(`${type} was told in the scope of a thread`);
    }
  }

  /** Told to this member alone, or about a thread that could not be read until now. */
  private takeOther({ type, scope, subject, seq }: LiveEvent): void {
    const isMine = scope === `member:${this.memberId}`;
    if (isMine && type === 'access.changed') this.note(seq).all = true;
    else if (isMine && subject === this.threadId) this.note(seq);
    else if (this.shown === null && subject === this.threadId) this.note(seq).all = true;
  }

  private find(id: number): PostView | undefined {
    return this.shown?.posts.find((post) => post.id === id);
  }

  private put(post: PostView): void {
    if (this.shown === null) return;
    const others = this.shown.posts.filter(({ id }) => id !== post.id);
    this.shown.posts = [...others, post].toSorted((one, other) => one.seq - other.seq);
  }
}
