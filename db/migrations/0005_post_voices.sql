-- Who has published which number of a thread is read from the index alone: lists and pages count with it, and
-- a thread of thousands would otherwise be read from end to end after each new post. What was inserted lately
-- is looked at by vacuum sooner than usual, since only then the index alone is enough.
DROP INDEX post_thread_seq;--> statement-breakpoint
CREATE UNIQUE INDEX post_thread_seq ON post (thread_id, seq)
  INCLUDE (author_id, author_institution_id, state);--> statement-breakpoint
ALTER TABLE post SET (autovacuum_vacuum_insert_scale_factor = 0.02);
