ALTER TABLE "sources" DROP CONSTRAINT "sources_kind_is_known";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "producer" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "compiler" text;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_compiled_name_producer_and_compiler" CHECK (("sources"."kind" = 'compiled') = ("sources"."producer" is not null) and ("sources"."kind" = 'compiled') = ("sources"."compiler" is not null));--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_kind_is_known" CHECK ("sources"."kind" in ('primary', 'compiled', 'secondary'));