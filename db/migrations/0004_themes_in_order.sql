DROP INDEX "thread_theme_theme";--> statement-breakpoint
ALTER TABLE "thread_theme" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_theme" ADD COLUMN "last_activity_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "thread_theme" SET "created_at" = thread.created_at, "last_activity_at" = thread.last_activity_at
FROM thread WHERE thread.id = "thread_theme"."thread_id";
--> statement-breakpoint
CREATE INDEX "thread_theme_active" ON "thread_theme" USING btree ("theme_slug","last_activity_at","thread_id");--> statement-breakpoint
CREATE INDEX "thread_theme_created" ON "thread_theme" USING btree ("theme_slug","created_at","thread_id");