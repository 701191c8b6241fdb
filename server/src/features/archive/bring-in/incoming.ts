import type { Note, ReportBuilder } from '../report.ts';

/** Someone who wrote in an archive. */
export interface IncomingAuthor {
  /** Tells them apart within the archive; `address:` and a digest, within all of its format. */
  key: string;
  /** Null when the archive does not tell who it was. */
  name: string | null;
}

export interface IncomingPost {
  /** What it is called outside, the same wherever the archive lies. */
  key: string;
  author: IncomingAuthor;
  /** Markdown. */
  body: string;
  createdAt: Date;
  editedAt: Date | null;
  /** The key of the post it answers or comments. */
  quotes: string | null;
  /** What the report says of it, once it is stored. */
  notes: readonly Note[];
}

/** A thread whose texts are not read before they are wanted. */
export interface IncomingThread {
  title: string;
  kind: 'question' | 'discussion';
  locked: boolean;
  /** The thread here that it goes on in, when another archive brought its beginning. */
  goesOnIn: number | null;
  /** Of its posts, in the order in which they will stand. */
  keys: readonly string[];
  /** Its posts, in the order of the keys. */
  posts(): Promise<IncomingPost[]>;
}

/** An archive that has been read once, so that threads can be taken from it one after another. */
export interface IncomingArchive {
  format: 'stackexchange' | 'mbox';
  /** The name of its folder or file. */
  name: string;
  /** The oldest first. */
  threads: readonly IncomingThread[];
  /** The keys of posts from other archives that its posts answer. */
  answers: readonly string[];
  close(): Promise<void>;
}

/** What a reader needs beside the archive itself. */
export interface ReaderNeeds {
  report: ReportBuilder;
  onBytes(bytes: number): void;
  /** In which threads stand posts of other archives, by their keys; only where more of this one may be told. */
  threadsOf(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export type Reader = (path: string, needs: ReaderNeeds) => Promise<IncomingArchive>;
