-- +goose Up

-- What readers decided by hand about stories, in the order in which they did.
CREATE TABLE arrangements (
    n        INTEGER PRIMARY KEY,
    id       TEXT    NOT NULL UNIQUE,
    undone   INTEGER NOT NULL,
    document TEXT    NOT NULL -- the arrangement's JSON
);

-- The articles that stand where a reader put them.
CREATE TABLE held (
    article TEXT    NOT NULL PRIMARY KEY,
    times   INTEGER NOT NULL
) WITHOUT ROWID;

-- Whose headline heads a story by hand.
CREATE TABLE pins (
    story   TEXT NOT NULL PRIMARY KEY,
    article TEXT NOT NULL
) WITHOUT ROWID;
