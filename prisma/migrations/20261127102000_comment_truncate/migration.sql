-- Comments are append-only; as with the other append-only tables, that includes TRUNCATE.
CREATE TRIGGER comment_no_truncate BEFORE TRUNCATE ON comment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
