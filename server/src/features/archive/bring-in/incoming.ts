/** Someone who wrote in an archive. */
export interface IncomingAuthor {
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
}

/** A thread whose texts are not read before they are wanted. */
export interface IncomingThread {
  title: string;
  kind: 'question' | 'discussion';
  locked: boolean;
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
  close(): Promise<void>;
}
