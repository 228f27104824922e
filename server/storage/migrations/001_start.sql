-- What outlives a request. Secrets are SHA-256 in hex; times are milliseconds since the epoch.

CREATE TABLE groups (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  question TEXT,
  agreements TEXT NOT NULL,
  host TEXT NOT NULL,
  consent INTEGER NOT NULL,
  seats INTEGER NOT NULL
);

CREATE TABLE links (
  hash TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('k', 'd', 'i')),
  revoked_at INTEGER
);

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  key_holder INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  consent INTEGER NOT NULL
);

CREATE INDEX sessions_by_age ON sessions (created_at);

-- One document per running meeting, deleted when the meeting has ended.
CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  document TEXT NOT NULL
);

CREATE INDEX meetings_by_group ON meetings (group_id);
