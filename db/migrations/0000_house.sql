CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "account_link" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" bigint PRIMARY KEY NOT NULL,
	"institution_id" bigint,
	"seat" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_credential" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_person" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"about" text,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"locale" text NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"numerals" text DEFAULT 'locale' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"mode" text NOT NULL,
	"name" text NOT NULL,
	"seeded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "network_only" CHECK ("network"."only")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"agent" text DEFAULT '' NOT NULL,
	CONSTRAINT "session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "sign_in_attempt_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "institution" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_ar" text NOT NULL,
	"country" text,
	"region_slug" text,
	"population" integer,
	"latitude" double precision,
	"longitude" double precision,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"geoname_id" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "institution_geoname_id_unique" UNIQUE("geoname_id")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"slug" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_ar" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consumer_cursor" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"scope" text NOT NULL,
	"type" text NOT NULL,
	"subject" bigint NOT NULL,
	"version" integer NOT NULL,
	"actor" bigint,
	"mutation" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_pending" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"scope" text NOT NULL,
	"type" text NOT NULL,
	"subject" bigint NOT NULL,
	"version" integer NOT NULL,
	"actor" bigint,
	"mutation" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "log_head_only" CHECK ("log_head"."only")
);
--> statement-breakpoint
CREATE TABLE "bookmark" (
	"member_id" bigint NOT NULL,
	"post_id" bigint NOT NULL,
	"note" text,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bookmark_member_id_post_id_pk" PRIMARY KEY("member_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"member_id" bigint NOT NULL,
	"place" text NOT NULL,
	"thread_id" bigint,
	"content" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_member_id_place_pk" PRIMARY KEY("member_id","place")
);
--> statement-breakpoint
CREATE TABLE "thread_reader" (
	"member_id" bigint NOT NULL,
	"thread_id" bigint NOT NULL,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"follow" text,
	CONSTRAINT "thread_reader_member_id_thread_id_pk" PRIMARY KEY("member_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" bigint PRIMARY KEY NOT NULL,
	"member_id" bigint NOT NULL,
	"role" text NOT NULL,
	"space_id" bigint,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	"granted_by" bigint,
	CONSTRAINT "role_grant_scope" CHECK (("role_grant"."role" = 'facilitator') = ("role_grant"."space_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "space" (
	"id" bigint PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"access" text NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_ar" text NOT NULL,
	"purpose_en" text NOT NULL,
	"purpose_fr" text NOT NULL,
	"purpose_ar" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "space_member" (
	"space_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"admitted_by" bigint,
	CONSTRAINT "space_member_member_id_space_id_pk" PRIMARY KEY("member_id","space_id")
);
--> statement-breakpoint
CREATE TABLE "space_request" (
	"space_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_request_space_id_member_id_pk" PRIMARY KEY("space_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"slug" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_ar" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" bigint PRIMARY KEY NOT NULL,
	"thread_id" bigint NOT NULL,
	"seq" integer,
	"state" text NOT NULL,
	"author_id" bigint NOT NULL,
	"author_institution_id" bigint,
	"author_seat" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"html_version" integer NOT NULL,
	"language" text NOT NULL,
	"quote_post_id" bigint,
	"quote_text" text,
	"useful_count" integer DEFAULT 0 NOT NULL,
	"tried_count" integer DEFAULT 0 NOT NULL,
	"talk_count" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"client_key" uuid,
	"client_hash" text
);
--> statement-breakpoint
CREATE TABLE "post_mention" (
	"post_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" bigint NOT NULL,
	CONSTRAINT "post_mention_post_id_kind_subject_id_pk" PRIMARY KEY("post_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "post_reaction" (
	"post_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"reacted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_reaction_post_id_member_id_kind_pk" PRIMARY KEY("post_id","member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "post_revision" (
	"post_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"html_version" integer NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_revision_post_id_revision_pk" PRIMARY KEY("post_id","revision")
);
--> statement-breakpoint
CREATE TABLE "synthesis" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"author_id" bigint NOT NULL,
	"author_institution_id" bigint,
	"author_seat" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"html_version" integer NOT NULL,
	"language" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "synthesis_source" (
	"thread_id" bigint NOT NULL,
	"post_id" bigint NOT NULL,
	CONSTRAINT "synthesis_source_thread_id_post_id_pk" PRIMARY KEY("thread_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" bigint PRIMARY KEY NOT NULL,
	"space_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"sharing" text NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"author_id" bigint NOT NULL,
	"author_institution_id" bigint,
	"author_seat" text NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"post_count" integer DEFAULT 0 NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"has_synthesis" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"client_key" uuid,
	"client_hash" text
);
--> statement-breakpoint
CREATE TABLE "thread_theme" (
	"thread_id" bigint NOT NULL,
	"theme_slug" text NOT NULL,
	CONSTRAINT "thread_theme_thread_id_theme_slug_pk" PRIMARY KEY("thread_id","theme_slug")
);
--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_institution_id_institution_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_credential" ADD CONSTRAINT "member_credential_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_person" ADD CONSTRAINT "member_person_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution" ADD CONSTRAINT "institution_region_slug_region_slug_fk" FOREIGN KEY ("region_slug") REFERENCES "public"."region"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmark" ADD CONSTRAINT "bookmark_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_member_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_member" ADD CONSTRAINT "space_member_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_member" ADD CONSTRAINT "space_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_member" ADD CONSTRAINT "space_member_admitted_by_member_id_fk" FOREIGN KEY ("admitted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_request" ADD CONSTRAINT "space_request_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_request" ADD CONSTRAINT "space_request_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_member_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_author_institution_id_institution_id_fk" FOREIGN KEY ("author_institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_reaction" ADD CONSTRAINT "post_reaction_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_reaction" ADD CONSTRAINT "post_reaction_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_author_id_member_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_author_institution_id_institution_id_fk" FOREIGN KEY ("author_institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_source" ADD CONSTRAINT "synthesis_source_thread_id_synthesis_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."synthesis"("thread_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synthesis_source" ADD CONSTRAINT "synthesis_source_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_member_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_institution_id_institution_id_fk" FOREIGN KEY ("author_institution_id") REFERENCES "public"."institution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_theme" ADD CONSTRAINT "thread_theme_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_theme" ADD CONSTRAINT "thread_theme_theme_slug_theme_slug_fk" FOREIGN KEY ("theme_slug") REFERENCES "public"."theme"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_institution" ON "member" USING btree ("institution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_person_email" ON "member_person" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "member_person_name" ON "member_person" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "session_member" ON "session" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "session_expires" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "institution_region" ON "institution" USING btree ("region_slug");--> statement-breakpoint
CREATE INDEX "event_scope" ON "event" USING btree ("scope","seq");--> statement-breakpoint
CREATE INDEX "event_at" ON "event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "bookmark_kept" ON "bookmark" USING btree ("member_id","kept_at","post_id");--> statement-breakpoint
CREATE INDEX "thread_reader_thread" ON "thread_reader" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "role_grant_member" ON "role_grant" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "role_grant_until" ON "role_grant" USING btree ("until_at") WHERE "role_grant"."until_at" is not null;--> statement-breakpoint
CREATE INDEX "space_member_space" ON "space_member" USING btree ("space_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "post_thread_seq" ON "post" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "post_client_key" ON "post" USING btree ("author_id","client_key");--> statement-breakpoint
CREATE INDEX "post_author" ON "post" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "post_quote" ON "post" USING btree ("quote_post_id") WHERE "post"."quote_post_id" is not null;--> statement-breakpoint
CREATE INDEX "post_deleted" ON "post" USING btree ("deleted_at") WHERE "post"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "post_mention_subject" ON "post_mention" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_client_key" ON "thread" USING btree ("author_id","client_key");--> statement-breakpoint
CREATE INDEX "thread_active" ON "thread" USING btree ("last_activity_at","id");--> statement-breakpoint
CREATE INDEX "thread_created" ON "thread" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "thread_space_active" ON "thread" USING btree ("space_id","pinned","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "thread_space_created" ON "thread" USING btree ("space_id","pinned","created_at","id");--> statement-breakpoint
CREATE INDEX "thread_kind_active" ON "thread" USING btree ("kind","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "thread_kind_created" ON "thread" USING btree ("kind","created_at","id");--> statement-breakpoint
CREATE INDEX "thread_institution_active" ON "thread" USING btree ("author_institution_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "thread_institution_created" ON "thread" USING btree ("author_institution_id","created_at","id");--> statement-breakpoint
CREATE INDEX "thread_unanswered_active" ON "thread" USING btree ("last_activity_at","id") WHERE "thread"."kind" = 'question' and "thread"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "thread_unanswered_created" ON "thread" USING btree ("created_at","id") WHERE "thread"."kind" = 'question' and "thread"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "thread_theme_theme" ON "thread_theme" USING btree ("theme_slug","thread_id");