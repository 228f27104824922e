-- Whether a browser was blocked from the group: longer than one meeting, and no longer than its session.

ALTER TABLE sessions ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;
