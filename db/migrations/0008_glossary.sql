CREATE TABLE "glossary_meaning" (
	"id" bigint PRIMARY KEY NOT NULL,
	"terms_en" text[] NOT NULL,
	"terms_fr" text[] NOT NULL,
	"terms_ar" text[] NOT NULL,
	"note_en" text,
	"note_fr" text,
	"note_ar" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON glossary_meaning TO counterpart_app;
