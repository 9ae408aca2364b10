package sqlite

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
)

// dumped is what Dump writes: each table by a name, in an order of its own.
// When pages were accepted and sources polled is left out: it is all that may
// differ between two archives that were given the same.
var dumped = []struct{ what, query string }{
	{"page", `SELECT seq, id, name, url, form, media_type, fetched FROM pages ORDER BY seq`},
	{"queue", `SELECT page FROM queue ORDER BY page`},
	{"outcome", `SELECT page, status, kind, why, hint, articles, maker FROM outcomes ORDER BY page`},
	{"noted", `SELECT name, status, kind, why, hint, articles, maker FROM noted ORDER BY name`},
	{"story", `SELECT n, id, dated_from, dated_to, start, finish, articles FROM stories ORDER BY n`},
	{"link", `SELECT n, storyline, story, precedent, why, what FROM links ORDER BY n`},
	{"redirect", `SELECT old, id FROM redirects ORDER BY old`},
	{"article", `SELECT a.n, a.id, a.version, s.id AS story, a.wire_of, a.external_id, a.kind, a.headline, a.publisher, a.domain,
		a.language, a.published, a.until, a.basis, a.start, a.finish FROM articles a LEFT JOIN stories s ON s.n = a.story ORDER BY a.n`},
	{"version", `SELECT a.id AS article, v.v, v.page, v.headline, hex(v.content) AS content, v.document
		FROM versions v JOIN articles a ON a.n = v.article ORDER BY v.article, v.v`},
	{"mention", `SELECT entity, article, said FROM mentions ORDER BY entity, article`},
	{"finding", `SELECT n, kind, type, subjects, actors, status, place, told_from, told_to, day, last, value, most, unit, start, finish, sentence,
		confidence FROM findings ORDER BY n`},
	{"subject", `SELECT subject, kind, day, finding FROM finding_subjects ORDER BY subject, kind, day, finding`},
	{"publisher", `SELECT name, domain, articles FROM publishers ORDER BY name, domain`},
	{"source", `SELECT id, url, kind, title FROM sources ORDER BY id`},
	{"correction", `SELECT id, article, undone, document FROM corrections ORDER BY n`},
	{"arrangement", `SELECT id, undone, document FROM arrangements ORDER BY n`},
	{"held", `SELECT article, times FROM held ORDER BY article`},
	{"pin", `SELECT story, article FROM pins ORDER BY story`},
	{"total", `SELECT what, n FROM totals ORDER BY what`},
}

// Dump writes the archive's whole state as text, one row a line: its table, a
// blank, and the row as a JSON array. Two archives that were given the same, in
// the same order, dump the same, however often either was interrupted. The
// search index is one line, a hash of its words and where they stand.
func (a *Archive) Dump(ctx context.Context, w io.Writer) error {
	buf := bufio.NewWriter(w)
	err := a.read(ctx, "dump", func(s snapshot) error {
		for _, d := range dumped {
			if err := s.dump(buf, d.what, d.query); err != nil {
				return err
			}
		}
		h := sha256.New()
		if err := s.dumpWords(h); err != nil {
			return err
		}
		_, err := fmt.Fprintf(buf, "search [%q]\n", hex.EncodeToString(h.Sum(nil)))
		return err
	})
	if err != nil {
		return err
	}
	return fault("dump", a.path, buf.Flush())
}

func (s snapshot) dump(w io.Writer, what, query string) error {
	for row, err := range s.rows(query) {
		if err != nil {
			return err
		}
		columns, err := row.Columns()
		if err != nil {
			return err
		}
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := row.Scan(values...); err != nil {
			return err
		}
		for i, v := range values {
			if packed, ok := (*v.(*any)).([]byte); ok {
				document, err := s.a.pack.unpack(packed)
				if err != nil {
					return err
				}
				values[i] = json.RawMessage(document)
			}
		}
		line, err := json.Marshal(values)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s %s\n", what, line); err != nil {
			return err
		}
	}
	return nil
}

func (s snapshot) dumpWords(h hash.Hash) error {
	for row, err := range s.rows(`SELECT term, doc, "offset" FROM search_words`) {
		if err != nil {
			return err
		}
		var term string
		var doc, offset int64
		if err := row.Scan(&term, &doc, &offset); err != nil {
			return err
		}
		fmt.Fprintf(h, "%q %d %d\n", term, doc, offset)
	}
	return nil
}
