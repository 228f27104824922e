-- Browsers that stand for a session of another one for some hours, because somebody moved there with six digits.

CREATE TABLE paired (
  hash TEXT PRIMARY KEY,
  session_hash TEXT NOT NULL REFERENCES sessions (hash) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
);

CREATE INDEX paired_session ON paired (session_hash);
