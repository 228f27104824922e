-- Groups that exist for one trainee's practice alone; they go with it, and none outlives a start of the server.

ALTER TABLE groups ADD COLUMN practice INTEGER NOT NULL DEFAULT 0;
