-- Change notices for the open pages of the desk, on the channel "veritable". PostgreSQL delivers them at the commit, in
-- the order of commits, and none for what is rolled back. What a claim's people do is an event of the claim.
CREATE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('veritable', json_build_object(
    'kind', 'event',
    'sequence', NEW.sequence,
    'action', NEW.action,
    'entity', NEW.entity,
    'entityId', NEW.entity_id,
    'claimId', CASE WHEN NEW.entity = 'claim' THEN NEW.entity_id END,
    'actorId', NEW.actor_id,
    -- A notice holds 8000 bytes at most.
    'actorName', left(NEW.actor_name, 500))::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER event_tell AFTER INSERT ON event
  FOR EACH ROW EXECUTE FUNCTION tell_event();

-- A person's notices: a new one, or one that was read.
CREATE FUNCTION tell_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('veritable', json_build_object('kind', 'notice', 'personId', NEW.person_id)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER notice_tell AFTER INSERT OR UPDATE OF read_at ON notice
  FOR EACH ROW EXECUTE FUNCTION tell_notice();

-- Who has a claim's page open: somebody came or went. That they are still there is no news.
CREATE FUNCTION tell_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('veritable', json_build_object(
    'kind', 'presence',
    'claimId', CASE TG_OP WHEN 'DELETE' THEN OLD.claim_id ELSE NEW.claim_id END)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER presence_tell AFTER INSERT OR DELETE ON presence
  FOR EACH ROW EXECUTE FUNCTION tell_presence();
