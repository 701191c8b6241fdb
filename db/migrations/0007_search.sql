CREATE TABLE "search_change" (
	"order" bigserial PRIMARY KEY NOT NULL,
	"space_id" bigint NOT NULL,
	"is_inner" boolean NOT NULL,
	"words" "tsvector" NOT NULL,
	"word_count" integer NOT NULL,
	"docs" smallint NOT NULL,
	CONSTRAINT "search_change_docs" CHECK ("search_change"."docs" in (1, -1))
);
--> statement-breakpoint
CREATE TABLE "search_doc" (
	"kind" text NOT NULL,
	"id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"words" "tsvector" NOT NULL,
	"word_count" integer NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"analyser_version" integer NOT NULL,
	CONSTRAINT "search_doc_id_kind_pk" PRIMARY KEY("id","kind")
);
--> statement-breakpoint
CREATE TABLE "search_shelf" (
	"space_id" bigint NOT NULL,
	"is_inner" boolean NOT NULL,
	"docs" integer NOT NULL,
	"word_count" bigint NOT NULL,
	CONSTRAINT "search_shelf_space_id_is_inner_pk" PRIMARY KEY("space_id","is_inner")
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"form" text collate "C" NOT NULL,
	"space_id" bigint NOT NULL,
	"is_inner" boolean NOT NULL,
	"docs" integer NOT NULL,
	CONSTRAINT "search_word_form_space_id_is_inner_pk" PRIMARY KEY("form","space_id","is_inner")
);
--> statement-breakpoint
ALTER TABLE "search_change" ADD CONSTRAINT "search_change_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_doc" ADD CONSTRAINT "search_doc_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_shelf" ADD CONSTRAINT "search_shelf_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_doc_words" ON "search_doc" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_doc_written" ON "search_doc" USING btree ("written_at","id");--> statement-breakpoint
CREATE INDEX "search_doc_thread" ON "search_doc" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "search_word_alike" ON "search_word" USING gin ("form" gin_trgm_ops) WHERE "search_word"."form" like '=%';--> statement-breakpoint
-- Read far more often than written, and each time whole: not compressed, and beside the row for as long as it fits.
ALTER TABLE search_doc SET (toast_tuple_target = 8160);--> statement-breakpoint
-- What waits to be put into the index is looked through by each search.
ALTER INDEX search_doc_words SET (gin_pending_list_limit = 256);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_doc, search_shelf, search_word, search_change TO counterpart_app;--> statement-breakpoint
GRANT USAGE ON SEQUENCE search_change_order_seq TO counterpart_app;
--> statement-breakpoint
-- A name as everybody would type it: as packages/text/src/analyse/fold.ts folds the words of a text.
CREATE FUNCTION folded(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  select trim(regexp_replace(translate(
    replace(replace(replace(replace(
      regexp_replace(normalize(lower(normalize(name, NFKC)), NFD), '[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f]', '', 'g'),
      'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th'),
    'øłđıðٱىیےکةھہەء', 'oldidاييي' || 'كهههه'), '[^[:alnum:]]+', ' ', 'g'))
$$;--> statement-breakpoint
CREATE INDEX member_person_folded ON member_person USING gin ((' ' || folded(name)) gin_trgm_ops);
