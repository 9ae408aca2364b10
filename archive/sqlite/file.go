package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"coranto"
	"coranto/archive"
)

// File keeps what reading pages gave, all of it in one transaction: articles
// and their versions, who is named in them, stories, search words, and each
// page's outcome last, which takes the page off the queue. Filed again, the
// same results change nothing.
func (a *Archive) File(ctx context.Context, results []archive.Result) error {
	packed := make([][]document, len(results))
	for i, r := range results {
		if err := ctx.Err(); err != nil {
			return err
		}
		var err error
		if packed[i], err = a.documents(r.Articles); err != nil {
			return coranto.Errorf(coranto.Internal, "file", r.Outcome.Name, hintReport, "%w", err)
		}
	}
	return a.write(ctx, "file", func(t tx) error {
		f := newFiling(t)
		for i, r := range results {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := f.result(r, packed[i]); err != nil {
				return err
			}
		}
		return f.finish(results)
	})
}

// document is an article ready to be written.
type document struct {
	content [16]byte
	packed  []byte
}

func (a *Archive) documents(filed []archive.Filed) ([]document, error) {
	docs := make([]document, len(filed))
	seen := make(map[string]bool, len(filed))
	for i := range filed {
		article := &filed[i].Article
		if article.ID == "" || seen[article.ID] {
			return nil, fmt.Errorf("article %d: %q is no identifier of its own", i+1, article.ID)
		}
		seen[article.ID] = true
		if !utf8.ValidString(article.Text) {
			return nil, fmt.Errorf("article %s: its text is not UTF-8, its spans would move", article.ID)
		}
		b, err := json.Marshal(article)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", article.ID, err)
		}
		docs[i] = document{content: archive.Content(article), packed: a.pack.pack(b)}
	}
	return docs, nil
}

// filing is one File at work. What it adds to stories, publishers and the search
// index is written at its end: the first two once instead of for each article,
// and the index together, because FTS5 writes out what it has gathered whenever
// a statement on another table may need undoing on its own.
type filing struct {
	tx
	words      []indexed
	stories    map[int64]int          // articles added, by the story's row; 0 for changes within
	order      []int64                // the keys of stories, in the order met
	publishers map[coranto.Byline]int // articles added or, below 0, taken
	bylines    []coranto.Byline       // the keys of publishers, in the order met
}

// indexed is an article's row with its new search words.
type indexed struct {
	article int64
	words   string
	known   bool // it had others before
}

// origin is the page that an article was read from.
type origin struct {
	seq      int64
	accepted int64
}

func (f *filing) result(r archive.Result, docs []document) error {
	from := origin{seq: r.Outcome.Seq}
	ok, err := f.get(`SELECT accepted FROM pages WHERE seq = ?`, []any{from.seq}, &from.accepted)
	if err != nil {
		return err
	}
	if !ok {
		return coranto.Errorf(coranto.NotFound, "file", r.Outcome.Name, "accept the page before filing what it gave", "no page %d", from.seq)
	}
	for i := range r.Articles {
		if err := f.article(&r.Articles[i], docs[i], from); err != nil {
			return fmt.Errorf("article %s: %w", r.Articles[i].Article.ID, err)
		}
	}
	return nil
}

func (f *filing) finish(results []archive.Result) error {
	if err := f.tally(); err != nil {
		return err
	}
	for _, w := range f.words {
		if w.known {
			if err := f.exec(`DELETE FROM search WHERE rowid = ?`, w.article); err != nil {
				return err
			}
		}
		if err := f.exec(`INSERT INTO search (rowid, words) VALUES (?, ?)`, w.article, w.words); err != nil {
			return err
		}
	}
	for _, r := range results {
		if err := f.outcome(r.Outcome); err != nil {
			return err
		}
	}
	return nil
}

func (f *filing) outcome(o archive.Outcome) error {
	err := f.exec(`INSERT INTO outcomes (page, status, kind, why, hint, articles, maker) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (page) DO UPDATE SET status = excluded.status, kind = excluded.kind, why = excluded.why,
			hint = excluded.hint, articles = excluded.articles, maker = excluded.maker`,
		o.Seq, string(o.Status), string(o.Kind), o.Why, o.Hint, o.Articles, o.Maker)
	if err != nil {
		return err
	}
	return f.exec(`DELETE FROM queue WHERE page = ?`, o.Seq)
}

// standing is an article as the archive holds it.
type standing struct {
	n, version int64
	story      *int64
	byline     coranto.Byline
}

func (f *filing) article(in *archive.Filed, doc document, from origin) error {
	var had standing
	known, err := f.get(`SELECT n, version, story, publisher, domain FROM articles WHERE id = ?`, []any{in.Article.ID},
		&had.n, &had.version, &had.story, &had.byline.Name, &had.byline.Domain)
	if err != nil {
		return err
	}
	if !known {
		if err := f.rearrange(in); err != nil {
			return err
		}
		return f.add(in, doc, from)
	}

	var v int64
	var row, again int64
	var old []byte
	reread, err := f.get(`SELECT n, v, document FROM versions WHERE article = ? AND page = ? ORDER BY v DESC LIMIT 1`,
		[]any{had.n, from.seq}, &again, &v, &old)
	if err != nil {
		return err
	}
	if reread {
		if v == had.version {
			if err := f.replace(had, in, old, v, from); err != nil {
				return err
			}
		}
		return f.exec(`UPDATE versions SET headline = ?, content = ?, document = ? WHERE n = ?`,
			in.Article.Headline, doc.content[:], doc.packed, again)
	}

	var content []byte
	ok, err := f.get(`SELECT n, content, document FROM versions WHERE article = ? AND v = ?`, []any{had.n, had.version}, &row, &content, &old)
	if err != nil {
		return err
	}
	if !ok {
		return coranto.Errorf(coranto.Damaged, "file", in.Article.ID, hintDamaged, "its version %d is missing", had.version)
	}
	if bytes.Equal(content, doc.content[:]) {
		return nil
	}
	v = had.version + 1
	if err := f.replace(had, in, old, v, from); err != nil {
		return err
	}
	return f.version(had.n, v, in, doc, from)
}

// add keeps an article that was not there.
func (f *filing) add(in *archive.Filed, doc document, from origin) error {
	var story *int64
	if in.Story != "" {
		n, err := f.story(in.Story)
		if err != nil {
			return err
		}
		story = &n
		f.touch(n, 1)
	}
	h := headRow(&in.Article, 1, from.accepted)
	n, err := f.insert(`INSERT INTO articles (version, accepted, external_id, kind, headline, publisher, domain, language,
			published, until, basis, start, finish, id, story, wire_of)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(h, in.Article.ID, story, in.WireOf)...)
	if err != nil {
		return err
	}
	f.count(in.Article.Publisher, 1)
	if err := f.version(n, 1, in, doc, from); err != nil {
		return err
	}
	if err := f.link(in.Link); err != nil {
		return err
	}
	f.words = append(f.words, indexed{n, in.Words, false})
	if err := f.findings(n, &in.Article); err != nil {
		return err
	}
	return f.mentions(n, &in.Article)
}

// replace puts what an article now says in the place of what it said in old.
func (f *filing) replace(had standing, in *archive.Filed, old []byte, v int64, from origin) error {
	var said coranto.Article
	if err := f.a.pack.unpackJSON(old, &said); err != nil {
		return coranto.Errorf(coranto.Damaged, "file", in.Article.ID, hintDamaged, "%w", err)
	}
	names, err := json.Marshal(mentions(&said))
	if err != nil {
		return err
	}
	if err := f.exec(`DELETE FROM mentions WHERE article = ? AND entity IN (SELECT value ->> 0 FROM json_each(?))`, had.n, string(names)); err != nil {
		return err
	}
	err = f.exec(`UPDATE articles SET version = ?, accepted = ?, external_id = ?, kind = ?, headline = ?, publisher = ?, domain = ?,
		language = ?, published = ?, until = ?, basis = ?, start = ?, finish = ? WHERE n = ?`,
		append(headRow(&in.Article, v, from.accepted), had.n)...)
	if err != nil {
		return err
	}
	f.count(had.byline, -1)
	f.count(in.Article.Publisher, 1)
	if had.story != nil {
		f.touch(*had.story, 0)
	}
	f.words = append(f.words, indexed{had.n, in.Words, true})
	if err := f.forget(had.n); err != nil {
		return err
	}
	if err := f.correctedFindings(had.n, v, &in.Article); err != nil {
		return err
	}
	return f.mentions(had.n, &in.Article)
}

func (f *filing) version(article, v int64, in *archive.Filed, doc document, from origin) error {
	return f.exec(`INSERT INTO versions (article, v, page, accepted, headline, content, document) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		article, v, from.seq, from.accepted, in.Article.Headline, doc.content[:], doc.packed)
}

// mentions keeps who is named in an article.
func (f *filing) mentions(n int64, a *coranto.Article) error {
	rows := mentions(a)
	if len(rows) == 0 {
		return nil
	}
	b, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	return f.exec(`INSERT INTO mentions (entity, article, said) SELECT value ->> 0, ?, value ->> 1 FROM json_each(?)`, n, string(b))
}

// mentions returns the article's entities as [id, statements], one each.
func mentions(a *coranto.Article) [][2]any {
	said := map[string]int{}
	for _, s := range a.Statements {
		said[s.Speaker]++
	}
	var rows [][2]any
	seen := map[string]bool{}
	for _, e := range a.Entities {
		if id := e.ID(); !seen[id] {
			seen[id] = true
			rows = append(rows, [2]any{id, said[e.Name]})
		}
	}
	return rows
}

// headRow is what lists show of an article and sort it by.
func headRow(a *coranto.Article, version, accepted int64) []any {
	var d coranto.Dating
	if a.Published != nil {
		d = *a.Published
	}
	start, finish := interval(a.Published)
	return []any{version, accepted, a.ExternalID, string(a.Kind), a.Headline, a.Publisher.Name, a.Publisher.Domain, a.Language,
		d.From, d.To, string(d.Basis), start, finish}
}

// story returns the row of the story with this id, made if it is new.
func (f *filing) story(id string) (n int64, err error) {
	ok, err := f.get(`SELECT n FROM stories WHERE id = ?`, []any{id}, &n)
	if ok || err != nil {
		return n, err
	}
	if err := f.exec(`DELETE FROM redirects WHERE old = ?`, id); err != nil {
		return 0, err
	}
	return f.insert(`INSERT INTO stories (id) VALUES (?)`, id)
}

func (f *filing) touch(story int64, articles int) {
	if _, ok := f.stories[story]; !ok {
		f.order = append(f.order, story)
	}
	f.stories[story] += articles
}

func (f *filing) count(b coranto.Byline, articles int) {
	if b == (coranto.Byline{}) {
		return
	}
	if _, ok := f.publishers[b]; !ok {
		f.bylines = append(f.bylines, b)
	}
	f.publishers[b] += articles
}

// tally brings the stories and publishers that were touched up to date. Both
// ends of a story's dates are one step down an index, however long it is.
func (f *filing) tally() error {
	for _, n := range f.order {
		err := f.exec(`UPDATE stories SET articles = articles + ?1, (dated_from, start) =
				(SELECT published, start FROM articles WHERE story = ?2 ORDER BY start LIMIT 1), (dated_to, finish) =
				(SELECT iif(until <> '', until, published), finish FROM articles WHERE story = ?2 ORDER BY finish DESC LIMIT 1)
			WHERE n = ?2`, f.stories[n], n)
		if err != nil {
			return err
		}
	}
	for _, b := range f.bylines {
		added := f.publishers[b]
		if added == 0 {
			continue
		}
		err := f.exec(`INSERT INTO publishers (name, domain, articles) VALUES (?, ?, ?)
			ON CONFLICT DO UPDATE SET articles = articles + excluded.articles`, b.Name, b.Domain, added)
		if err != nil {
			return err
		}
		if added < 0 {
			if err := f.exec(`DELETE FROM publishers WHERE name = ? AND domain = ? AND articles = 0`, b.Name, b.Domain); err != nil {
				return err
			}
		}
	}
	return nil
}
