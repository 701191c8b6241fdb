-- Serving connections act as counterpart_app (made before migrations run). What it may do is listed
-- here, table by table; db/src/grants.test.ts reads the list back.
GRANT USAGE ON SCHEMA public TO counterpart_app;--> statement-breakpoint
GRANT SELECT ON network TO counterpart_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  region, institution, theme, space, member, role_grant, thread, post, account_link
  TO counterpart_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  member_person, member_credential, session, sign_in_attempt, space_member, space_request,
  thread_theme, post_revision, post_mention, post_reaction, synthesis, synthesis_source,
  thread_reader, bookmark, draft, consumer_cursor
  TO counterpart_app;--> statement-breakpoint
-- Events are written once and pruned by age; only the numbering function moves them.
GRANT INSERT ON event_pending TO counterpart_app;--> statement-breakpoint
GRANT USAGE ON SEQUENCE event_pending_id_seq TO counterpart_app;--> statement-breakpoint
GRANT SELECT, DELETE ON event TO counterpart_app;--> statement-breakpoint
GRANT SELECT ON log_head TO counterpart_app;--> statement-breakpoint
INSERT INTO log_head (seq) VALUES (0);--> statement-breakpoint
-- Gives committed events their numbers, in order, and tells the tails. One process at a time: the
-- lock is held to the end of the transaction, and the second statement sees what the previous
-- holder committed because each statement of a volatile function takes its own snapshot.
-- Returns how many were numbered, or -1 when another process holds the lock.
CREATE FUNCTION number_events(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moved integer;
  head bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(7231001) THEN
    RETURN -1;
  END IF;
  WITH batch AS (
    DELETE FROM event_pending
    WHERE id = ANY (ARRAY(SELECT id FROM event_pending ORDER BY id LIMIT most))
    RETURNING *
  ), raised AS (
    UPDATE log_head SET seq = seq + (SELECT count(*) FROM batch)
    WHERE EXISTS (SELECT FROM batch)
    RETURNING seq
  ), placed AS (
    INSERT INTO event (seq, origin, scope, type, subject, version, actor, mutation, at)
    SELECT raised.seq - count(*) OVER () + row_number() OVER (ORDER BY id),
           origin, scope, type, subject, version, actor, mutation, at
    FROM batch, raised
    RETURNING seq
  )
  SELECT count(*), max(seq) INTO moved, head FROM placed;
  IF moved > 0 THEN
    PERFORM pg_notify('counterpart_log', head::text);
  END IF;
  RETURN moved;
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION number_events(integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION number_events(integer) TO counterpart_app;
