-- Times are microseconds since 1970 (UTC), 0 when unknown. Dates are text as
-- printed ("2025-09-02" or RFC 3339), '' when unknown; start and finish are
-- what they are sorted by (see dates.go). Nothing derived is kept twice for its
-- own sake: what repeats a document's fields here is what lists, orders and
-- look-ups need without opening documents.

-- +goose Up

-- Every page as it came. seq is the order of acceptance.
CREATE TABLE pages (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    url        TEXT    NOT NULL,
    form       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    fetched    INTEGER NOT NULL,
    accepted   INTEGER NOT NULL,
    body       BLOB    NOT NULL -- zstd
);
-- For each entry of each feed: is there a page of this address?
CREATE INDEX pages_url ON pages (url);
CREATE INDEX pages_name ON pages (name);

-- Pages to be read: accepted and without an outcome, or to be read again.
CREATE TABLE queue (
    page INTEGER PRIMARY KEY REFERENCES pages (seq)
);

-- How reading a page ended.
CREATE TABLE outcomes (
    page     INTEGER PRIMARY KEY REFERENCES pages (seq),
    status   TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    hint     TEXT    NOT NULL,
    articles INTEGER NOT NULL,
    maker    INTEGER NOT NULL
);
CREATE INDEX outcomes_unread ON outcomes (status) WHERE status <> 'read';
CREATE INDEX outcomes_maker ON outcomes (maker);

-- How it ended with an input that never became a page.
CREATE TABLE noted (
    name     TEXT    PRIMARY KEY,
    status   TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    hint     TEXT    NOT NULL,
    articles INTEGER NOT NULL,
    maker    INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE stories (
    n          INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    dated_from TEXT    NOT NULL DEFAULT '',
    dated_to   TEXT    NOT NULL DEFAULT '',
    start      TEXT    NOT NULL DEFAULT '~',
    finish     TEXT    NOT NULL DEFAULT '',
    articles   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX stories_newest ON stories (finish DESC, id, articles);

-- Articles by their current version. n is the order of filing.
CREATE TABLE articles (
    n           INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    accepted    INTEGER NOT NULL,
    story       INTEGER REFERENCES stories (n),
    wire_of     TEXT    NOT NULL,
    external_id TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    headline    TEXT    NOT NULL,
    publisher   TEXT    NOT NULL,
    domain      TEXT    NOT NULL,
    language    TEXT    NOT NULL,
    published   TEXT    NOT NULL,
    until       TEXT    NOT NULL,
    basis       TEXT    NOT NULL,
    start       TEXT    NOT NULL,
    finish      TEXT    NOT NULL
);
CREATE INDEX articles_story ON articles (story, start);
CREATE INDEX articles_story_finish ON articles (story, finish);

-- Each version whole, as it was read from one page. content tells whether the
-- publisher changed anything.
CREATE TABLE versions (
    n        INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES articles (n),
    v        INTEGER NOT NULL,
    page     INTEGER NOT NULL REFERENCES pages (seq),
    accepted INTEGER NOT NULL,
    headline TEXT    NOT NULL,
    content  BLOB    NOT NULL,
    document BLOB    NOT NULL, -- zstd of the article's JSON
    UNIQUE (article, v)
);

-- Who is named in the current version of which article, and how many of its
-- statements are theirs.
CREATE TABLE mentions (
    entity  TEXT    NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (n),
    said    INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;

CREATE TABLE publishers (
    name     TEXT    NOT NULL,
    domain   TEXT    NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (name, domain)
) WITHOUT ROWID;

-- Words come cut and folded, separated by blanks; the tokenizer only splits
-- them there, hence every category that a word may hold and no folding.
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
CREATE VIRTUAL TABLE search_words USING fts5vocab (search, instance);

CREATE TABLE sources (
    id            TEXT    PRIMARY KEY,
    url           TEXT    NOT NULL UNIQUE,
    kind          TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    etag          TEXT    NOT NULL,
    last_modified TEXT    NOT NULL,
    checked       INTEGER NOT NULL,
    due           INTEGER NOT NULL,
    failures      INTEGER NOT NULL,
    last_error    TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX sources_due ON sources (due, id);

-- How many there are, kept by the triggers below: counting a large table takes
-- too long for the head of every screen.
CREATE TABLE totals (
    what TEXT    PRIMARY KEY,
    n    INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO totals
VALUES ('pages', 0), ('articles', 0), ('stories', 0), ('publishers', 0),
       ('read', 0), ('barren', 0), ('skipped', 0), ('failed', 0);

-- +goose StatementBegin
CREATE TRIGGER pages_counted AFTER INSERT ON pages BEGIN
    UPDATE totals SET n = n + 1 WHERE what = 'pages';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
    UPDATE totals SET n = n + 1 WHERE what = 'articles';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER stories_counted AFTER INSERT ON stories BEGIN
    UPDATE totals SET n = n + 1 WHERE what = 'stories';
END;
-- +goose StatementEnd
-- +goose StatementBegin
-- A name counts once, with a domain beside it or without.
CREATE TRIGGER publishers_counted AFTER INSERT ON publishers
WHEN new.name = '' OR (SELECT count(*) FROM publishers WHERE name = new.name) = 1 BEGIN
    UPDATE totals SET n = n + 1 WHERE what = 'publishers';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER publishers_uncounted AFTER DELETE ON publishers
WHEN old.name = '' OR (SELECT count(*) FROM publishers WHERE name = old.name) = 0 BEGIN
    UPDATE totals SET n = n - 1 WHERE what = 'publishers';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER outcomes_counted AFTER INSERT ON outcomes BEGIN
    UPDATE totals SET n = n + 1 WHERE what = new.status;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER outcomes_recounted AFTER UPDATE OF status ON outcomes BEGIN
    UPDATE totals SET n = n - 1 WHERE what = old.status;
    UPDATE totals SET n = n + 1 WHERE what = new.status;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER noted_counted AFTER INSERT ON noted BEGIN
    UPDATE totals SET n = n + 1 WHERE what = new.status;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER noted_recounted AFTER UPDATE OF status ON noted BEGIN
    UPDATE totals SET n = n - 1 WHERE what = old.status;
    UPDATE totals SET n = n + 1 WHERE what = new.status;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER noted_uncounted AFTER DELETE ON noted BEGIN
    UPDATE totals SET n = n - 1 WHERE what = old.status;
END;
-- +goose StatementEnd
