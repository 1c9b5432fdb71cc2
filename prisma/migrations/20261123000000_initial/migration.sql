CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'editor', 'publisher', 'admin');

-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('news', 'opinion', 'analysis', 'interview', 'press_release', 'social_post', 'other');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('ltr', 'rtl');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('inbox', 'assigned', 'in_review', 'proposed', 'published', 'archived');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "rating" AS ENUM ('verified', 'needs_context', 'disputed', 'false', 'unproven');

-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('publication', 'correction', 'retraction');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('open', 'returned', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'reader',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "kind" "article_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "publisher" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "archive_url" TEXT,
    "published_on" TEXT,
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,
    "disclosure" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "id" TEXT NOT NULL,
    "article_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" TEXT NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_translation" (
    "article_version_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "article_translation_pkey" PRIMARY KEY ("article_version_id","language")
);

-- CreateTable
CREATE TABLE "claimant" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,

    CONSTRAINT "claimant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "names" JSONB NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "claimant_id" TEXT NOT NULL,
    "claimed_on" TEXT,
    "stage" "stage" NOT NULL DEFAULT 'inbox',
    "assignee_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_translation" (
    "claim_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "claim_translation_pkey" PRIMARY KEY ("claim_id","language")
);

-- CreateTable
CREATE TABLE "claim_topic" (
    "claim_id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,

    CONSTRAINT "claim_topic_pkey" PRIMARY KEY ("claim_id","topic_id")
);

-- CreateTable
CREATE TABLE "appearance" (
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "article_version_id" TEXT,
    "url" TEXT,
    "title" TEXT,
    "publisher" TEXT,
    "language" TEXT,
    "published_on" TEXT,
    "quote_exact" TEXT,
    "quote_prefix" TEXT,
    "quote_suffix" TEXT,
    "quote_start" INTEGER,
    "quote_end" INTEGER,
    "change" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published_on" TEXT,
    "language" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "excerpt" TEXT,
    "note" JSONB NOT NULL DEFAULT '{}',
    "archive_url" TEXT,
    "accessed_on" TEXT NOT NULL,
    "link_answers" BOOLEAN,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "proposal_state" NOT NULL DEFAULT 'open',
    "kind" "revision_kind" NOT NULL,
    "rating" "rating" NOT NULL,
    "summary" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "note" JSONB NOT NULL DEFAULT '{}',
    "proposed_by_id" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "return_note" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "revision_kind" NOT NULL,
    "rating" "rating" NOT NULL,
    "document" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "previous_hash" TEXT,
    "proposed_by_id" TEXT NOT NULL,
    "published_by_id" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "previous_hash" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "public_claim" (
    "claim_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_rank" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "claimant_key" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "article_slug" TEXT,
    "topics" TEXT[],
    "evidence_count" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_order" TIMESTAMPTZ(3) NOT NULL,
    "claim_en" TEXT NOT NULL,
    "claim_ar" TEXT NOT NULL,
    "claimant_en" TEXT NOT NULL,
    "claimant_ar" TEXT NOT NULL,
    "publisher_order" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "document" JSONB NOT NULL,

    CONSTRAINT "public_claim_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_updated_at_id_idx" ON "article"("updated_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_article_id_number_key" ON "article_version"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "claimant_key_key" ON "claimant"("key");

-- CreateIndex
CREATE UNIQUE INDEX "topic_key_key" ON "topic"("key");

-- CreateIndex
CREATE UNIQUE INDEX "claim_slug_key" ON "claim"("slug");

-- CreateIndex
CREATE INDEX "claim_claimant_id_idx" ON "claim"("claimant_id");

-- CreateIndex
CREATE INDEX "claim_assignee_id_idx" ON "claim"("assignee_id");

-- CreateIndex
CREATE INDEX "claim_created_by_id_idx" ON "claim"("created_by_id");

-- CreateIndex
CREATE INDEX "claim_stage_updated_at_id_idx" ON "claim"("stage", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "claim_topic_topic_id_idx" ON "claim_topic"("topic_id");

-- CreateIndex
CREATE INDEX "appearance_article_version_id_idx" ON "appearance"("article_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "appearance_claim_id_position_key" ON "appearance"("claim_id", "position");

-- CreateIndex
CREATE INDEX "evidence_claim_id_position_idx" ON "evidence"("claim_id", "position");

-- CreateIndex
CREATE INDEX "proposal_claim_id_proposed_at_idx" ON "proposal"("claim_id", "proposed_at" DESC);

-- CreateIndex
CREATE INDEX "proposal_proposed_by_id_idx" ON "proposal"("proposed_by_id");

-- CreateIndex
CREATE INDEX "proposal_decided_by_id_idx" ON "proposal"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_one_open" ON "proposal"("claim_id") WHERE (state = 'open');

-- CreateIndex
CREATE UNIQUE INDEX "revision_hash_key" ON "revision"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_previous_hash_key" ON "revision"("previous_hash");

-- CreateIndex
CREATE INDEX "revision_kind_published_at_idx" ON "revision"("kind", "published_at" DESC);

-- CreateIndex
CREATE INDEX "revision_proposed_by_id_idx" ON "revision"("proposed_by_id");

-- CreateIndex
CREATE INDEX "revision_published_by_id_idx" ON "revision"("published_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_claim_id_number_key" ON "revision"("claim_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "event_hash_key" ON "event"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "event_previous_hash_key" ON "event"("previous_hash");

-- CreateIndex
CREATE INDEX "event_entity_entity_id_sequence_idx" ON "event"("entity", "entity_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "public_claim_slug_key" ON "public_claim"("slug");

-- CreateIndex
CREATE INDEX "public_claim_updated_at_claim_id_idx" ON "public_claim"("updated_at", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_published_order_claim_id_idx" ON "public_claim"("published_order", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_status_rank_claim_id_idx" ON "public_claim"("status_rank", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_evidence_count_claim_id_idx" ON "public_claim"("evidence_count", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_claim_en_claim_id_idx" ON "public_claim"("claim_en", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_claim_ar_claim_id_idx" ON "public_claim"("claim_ar", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_claimant_en_claim_id_idx" ON "public_claim"("claimant_en", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_claimant_ar_claim_id_idx" ON "public_claim"("claimant_ar", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_publisher_order_claim_id_idx" ON "public_claim"("publisher_order", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_status_updated_at_claim_id_idx" ON "public_claim"("status", "updated_at", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_claimant_key_updated_at_claim_id_idx" ON "public_claim"("claimant_key", "updated_at", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_publisher_updated_at_claim_id_idx" ON "public_claim"("publisher", "updated_at", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_article_slug_updated_at_claim_id_idx" ON "public_claim"("article_slug", "updated_at", "claim_id");

-- CreateIndex
CREATE INDEX "public_claim_sequence_idx" ON "public_claim"("sequence");

-- CreateIndex
CREATE INDEX "public_claim_topics_idx" ON "public_claim" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "public_claim_search_text_idx" ON "public_claim" USING GIN ("search_text" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_translation" ADD CONSTRAINT "article_translation_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_translation" ADD CONSTRAINT "claim_translation_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topic" ADD CONSTRAINT "claim_topic_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topic" ADD CONSTRAINT "claim_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_claim" ADD CONSTRAINT "public_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
