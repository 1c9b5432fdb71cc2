-- CreateTable
CREATE TABLE "feed_authority" (
    "id" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "since" TEXT NOT NULL,

    CONSTRAINT "feed_authority_pkey" PRIMARY KEY ("id")
);

-- One row, which never changes: the ids of feeds and their entries are made of it.
ALTER TABLE feed_authority ADD CONSTRAINT feed_authority_one_row CHECK (id = 1);
CREATE TRIGGER feed_authority_no_change BEFORE UPDATE OR DELETE ON feed_authority
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feed_authority_no_truncate BEFORE TRUNCATE ON feed_authority
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
