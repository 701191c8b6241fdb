import type { LiveEvent } from '@counterpart/contract';
import type { TestMember } from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { Client } from '../client.ts';
import { type Line, openLine } from './lines.ts';
import { Page } from './page.ts';

export interface Reading {
  member: TestMember;
  threads: readonly number[];
  /** Of the lists beside the page. */
  spaces: readonly number[];
}

/** One member with pages open over one connection, which may be cut and comes back with its marks. */
export class Reader {
  readonly pages: Page[];
  readonly client: Client;
  private line: Line | undefined;
  private readonly t: TestApp;
  private readonly token: string;
  private readonly scopes: string[];
  private readonly own: string;
  private mayFollowMore = false;
  private ownMark = 0;
  /** How often more was missed than is replayed. */
  resyncs = 0;

  private constructor(t: TestApp, token: string, { member, threads, spaces }: Reading) {
    this.t = t;
    this.token = token;
    this.client = t.holding(token);
    this.own = `member:${member.id}`;
    this.scopes = [
      this.own,
      ...threads.map((id) => `thread:${id}`),
      ...spaces.flatMap((id) => [`space:${id}`, `joined:${id}`]),
    ];
    this.pages = threads.map((id) => new Page(this.client, id, member.id));
  }

  static async open(t: TestApp, reading: Reading): Promise<Reader> {
    const reader = new Reader(t, await t.make.aSession(reading.member), reading);
    for (const page of reader.pages) await page.open(reader.scopes, t.app.house.asOf());
    await reader.connect();
    return reader;
  }

  /** What is on its way is lost. */
  async cut(): Promise<void> {
    if (this.line === undefined) return;
    this.take();
    const { client } = this.line;
    this.line = undefined;
    client.close();
    await client.closed;
  }

  async connect(): Promise<void> {
    if (this.line !== undefined) return;
    this.line = await openLine(this.t.app, this.token);
    const { client } = this.line;
    await client.ready;
    // One's own scope is live from here on; what was missed before comes behind the answer.
    client.received.length = 0;
    await this.follow();
  }

  /** After everything is told: takes it all, asks what it owes, and follows what it may now. */
  async catchUp(): Promise<void> {
    await this.connect();
    do {
      await this.line?.client.arrived();
      this.take();
      for (const page of this.pages) await this.ask(page);
    } while (await this.followIfDue());
  }

  private async ask(page: Page): Promise<void> {
    const wasGone = page.shown === null;
    await page.askAgain();
    if (wasGone && page.shown !== null) this.mayFollowMore = true;
  }

  private async followIfDue(): Promise<boolean> {
    if (!this.mayFollowMore) return false;
    await this.follow();
    return true;
  }

  /** Follows everything from the lowest mark; what is refused may be readable next time. */
  private async follow(): Promise<void> {
    this.mayFollowMore = false;
    const marks = this.pages.flatMap((page) => this.scopes.map((scope) => page.mark(scope)));
    await this.line?.client.follow(this.scopes, Math.min(...marks));
  }

  /** A right may have been won: what was refused is asked for again. */
  private noteOwn({ scope, seq, type }: LiveEvent): void {
    if (scope !== this.own || seq <= this.ownMark) return;
    this.ownMark = seq;
    if (type === 'access.changed') this.mayFollowMore = true;
  }

  /** Takes what has arrived. */
  private take(): void {
    const { client } = this.line ?? {};
    for (const where of client?.resyncs.splice(0) ?? []) {
      this.resyncs += 1;
      for (const page of this.pages) page.resync(where);
    }
    for (const event of client?.received.splice(0) ?? []) {
      this.noteOwn(event);
      for (const page of this.pages) page.take(event);
    }
  }
}
