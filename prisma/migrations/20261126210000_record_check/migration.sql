-- CreateTable
CREATE TABLE "log_time" (
    "id" INTEGER NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_time_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_check" (
    "id" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "revisions" INTEGER NOT NULL,
    "nodes" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "proposals" INTEGER NOT NULL,
    "fault_count" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,
    "faulty_since" TIMESTAMPTZ(3),

    CONSTRAINT "record_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_check_checked_at_id_idx" ON "record_check"("checked_at" DESC, "id");

-- One row, whose time never goes back.
INSERT INTO log_time (id, signed_at) VALUES (1, 'epoch');
ALTER TABLE log_time ADD CONSTRAINT log_time_one_row CHECK (id = 1);

CREATE FUNCTION check_log_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.signed_at < OLD.signed_at THEN
    RAISE EXCEPTION 'the time of the log''s heads does not go back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER log_time_rises BEFORE UPDATE OR DELETE ON log_time
  FOR EACH ROW EXECUTE FUNCTION check_log_time();
CREATE TRIGGER log_time_no_truncate BEFORE TRUNCATE ON log_time
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
