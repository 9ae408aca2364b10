-- +goose Up

-- Identifiers of stories that are no more, and the story that each means now:
-- never one that is itself no more.
CREATE TABLE redirects (
    old TEXT NOT NULL PRIMARY KEY,
    id  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX redirects_id ON redirects (id);

-- +goose StatementBegin
CREATE TRIGGER stories_uncounted AFTER DELETE ON stories BEGIN
    UPDATE totals SET n = n - 1 WHERE what = 'stories';
END;
-- +goose StatementEnd
