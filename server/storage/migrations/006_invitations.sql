-- Invitations: for whom, since when, and which browsers came by one, so that taking it back takes them along.

ALTER TABLE links ADD COLUMN note TEXT;
ALTER TABLE links ADD COLUMN created_at INTEGER;
ALTER TABLE sessions ADD COLUMN invitation TEXT;

CREATE INDEX sessions_by_invitation ON sessions (invitation);
