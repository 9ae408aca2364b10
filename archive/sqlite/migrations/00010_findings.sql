-- What the current versions of articles say, as rows that can be asked for
-- across the desk. All of it stands in the articles' documents too and is made
-- from them anew when the way of making it changes (see findings.go).

-- +goose Up

-- n is the article's row times 4096, plus the finding's place in it: what an
-- article says lies together and is replaced together, without an index.
CREATE TABLE findings (
    n          INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL,
    type       TEXT    NOT NULL,
    subjects   TEXT    NOT NULL, -- JSON array of names
    actors     INTEGER NOT NULL, -- how many of them act
    status     TEXT    NOT NULL,
    place      TEXT    NOT NULL,
    told_from  TEXT    NOT NULL,
    told_to    TEXT    NOT NULL,
    day        TEXT    NOT NULL, -- what it is asked for by; '' is never found by day
    last       TEXT    NOT NULL,
    value      REAL,
    most       REAL,
    unit       TEXT    NOT NULL,
    start      INTEGER NOT NULL,
    finish     INTEGER NOT NULL,
    sentence   INTEGER NOT NULL,
    confidence REAL    NOT NULL
);
CREATE INDEX findings_day ON findings (kind, day);

CREATE TABLE finding_subjects (
    subject TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    day     TEXT    NOT NULL,
    finding INTEGER NOT NULL,
    PRIMARY KEY (subject, kind, day, finding)
) WITHOUT ROWID;

-- How far the findings of an older program have been made anew: all articles up
-- to this row by this maker.
CREATE TABLE findings_made (
    maker   INTEGER NOT NULL,
    article INTEGER NOT NULL
);
INSERT INTO findings_made VALUES (0, 0);
