-- Which story follows which, and in which storyline. Stories are named by the
-- identifiers that they had then: of those that are no more, redirects tells.

-- +goose Up

CREATE TABLE links (
    n         INTEGER PRIMARY KEY, -- the order in which they were made
    storyline TEXT    NOT NULL,
    story     TEXT    NOT NULL UNIQUE,
    precedent TEXT    NOT NULL, -- the story that it follows
    why       TEXT    NOT NULL,
    what      TEXT    NOT NULL
);
CREATE INDEX links_storyline ON links (storyline);
CREATE INDEX links_precedent ON links (precedent);
