-- +goose Up

-- What readers decided by hand, in the order in which they did. A row is kept
-- when it is undone: it says when.
CREATE TABLE corrections (
    n        INTEGER PRIMARY KEY,
    id       TEXT    NOT NULL UNIQUE,
    article  TEXT    NOT NULL,
    undone   INTEGER NOT NULL,
    document TEXT    NOT NULL -- the correction's JSON
);
CREATE INDEX corrections_article ON corrections (article);
