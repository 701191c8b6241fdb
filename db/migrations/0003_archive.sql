CREATE TABLE "archive_item" (
	"key" text PRIMARY KEY NOT NULL,
	"source_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "archive_run" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"report" jsonb
);
--> statement-breakpoint
CREATE TABLE "archive_source" (
	"id" bigint PRIMARY KEY NOT NULL,
	"format" text NOT NULL,
	"name" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member" ALTER COLUMN "seat" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ALTER COLUMN "author_seat" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "synthesis" ALTER COLUMN "author_seat" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ALTER COLUMN "author_seat" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "archive_item" ADD CONSTRAINT "archive_item_source_id_archive_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."archive_source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_item_source" ON "archive_item" USING btree ("source_id","kind");--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_seat" CHECK ("member"."seat" is not null or "member"."state" in ('unclaimed', 'erased'));--> statement-breakpoint
GRANT SELECT, INSERT ON archive_source, archive_item TO counterpart_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON archive_run TO counterpart_app;
