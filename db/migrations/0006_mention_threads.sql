DROP INDEX "post_mention_subject";--> statement-breakpoint
ALTER TABLE "post_mention" ADD COLUMN "thread_id" bigint;--> statement-breakpoint
UPDATE "post_mention" SET "thread_id" = "post"."thread_id" FROM "post" WHERE "post"."id" = "post_mention"."post_id";--> statement-breakpoint
ALTER TABLE "post_mention" ALTER COLUMN "thread_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_mention_subject" ON "post_mention" USING btree ("kind","subject_id","thread_id");