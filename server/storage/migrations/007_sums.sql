-- Numbers that a group keeps, and nothing that they are made of: crises that were looked after, feedback from five answers on.

CREATE TABLE sums (
  group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (group_id, name)
);
