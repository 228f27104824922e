-- The group's own scripts, as it wrote them; the texts in them are the group's.

CREATE TABLE scripts (
  group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (group_id, id)
);
