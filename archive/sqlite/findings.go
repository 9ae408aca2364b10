package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/desk/byhand"
)

// findingsMaker is the version of archive.Findings and of how they are kept.
// Raised, it makes Open fill the table anew from the articles.
const findingsMaker = 2

// perArticle is how many findings of one article are kept; the rest stand in
// the article alone. An article of a thousand sentences has a few hundred.
const perArticle = 4096

// findings keeps what an article says.
func (f *filing) findings(n int64, a *coranto.Article) error {
	found := archive.Findings(a)
	found = found[:min(len(found), perArticle)]
	if len(found) == 0 {
		return nil
	}
	var rows, subjects []any
	for i := range found {
		x := &found[i]
		row := n*perArticle + int64(i)
		names, err := json.Marshal(append([]string{}, x.Subjects...))
		if err != nil {
			return err
		}
		first, last := x.Asked(a.Published)
		var value any
		if x.Kind == archive.FigureFound {
			value = x.Value
		}
		rows = append(rows, row, string(x.Kind), x.Type, string(names), x.Actors, x.Status, x.Where, x.From, x.To, first, last,
			value, x.Max, x.Unit, x.Start, x.End, x.Sentence, x.Confidence)
		for _, s := range keys(x) {
			subjects = append(subjects, s, string(x.Kind), first, row)
		}
	}
	if err := f.insertRows(`INSERT INTO findings (n, kind, type, subjects, actors, status, place, told_from, told_to, day, last,
		value, most, unit, start, finish, sentence, confidence) VALUES `, 18, rows); err != nil {
		return err
	}
	return f.insertRows(`INSERT OR IGNORE INTO finding_subjects (subject, kind, day, finding) VALUES `, 4, subjects)
}

// correctedFindings keeps what a version of an article says, as readers have
// corrected it.
func (f *filing) correctedFindings(n, version int64, a *coranto.Article) error {
	made, err := f.corrections(a.ID)
	if err != nil {
		return err
	}
	corrected := *a
	byhand.Apply(&corrected, int(version), made)
	return f.findings(n, &corrected)
}

// together is how many rows one statement inserts: most of the time goes into
// calls, not into rows.
const together = 16

// insertRows inserts values, so many a row.
func (t tx) insertRows(query string, width int, values []any) error {
	for len(values) > 0 {
		part := values[:min(len(values), width*together)]
		values = values[len(part):]
		row := ", (?" + strings.Repeat(", ?", width-1) + ")"
		if err := t.exec(query+strings.Repeat(row, len(part)/width)[2:], part...); err != nil {
			return err
		}
	}
	return nil
}

// keys are the subjects by which a finding is asked for.
func keys(f *archive.Finding) []string {
	names := f.Subjects
	if f.Kind == archive.FigureFound && f.Type != "" {
		names = append([]string{f.Type}, names...)
	}
	return names
}

// forget takes away what an article said. Each subject's row is found by its
// whole key: SQLite looks for a list of them by reading the table.
func (t tx) forget(n int64) error {
	first, last := n*perArticle, (n+1)*perArticle-1
	var packed []byte
	if _, err := t.get(`SELECT json_group_array(json_array(kind, type, json(subjects), day, n)) FROM findings WHERE n BETWEEN ? AND ?`,
		[]any{first, last}, &packed); err != nil {
		return err
	}
	var rows []findingKey
	if err := json.Unmarshal(packed, &rows); err != nil {
		return err
	}
	for _, r := range rows {
		for _, subject := range append(r.subjects, r.what) {
			if err := t.exec(`DELETE FROM finding_subjects WHERE subject = ? AND kind = ? AND day = ? AND finding = ?`,
				subject, r.kind, r.day, r.n); err != nil {
				return err
			}
		}
	}
	return t.exec(`DELETE FROM findings WHERE n BETWEEN ? AND ?`, first, last)
}

// findingKey is what the rows of a finding's subjects are known by.
type findingKey struct {
	kind, what, day string
	subjects        []string
	n               int64
}

func (k *findingKey) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&k.kind, &k.what, &k.subjects, &k.day, &k.n})
}

// Findings returns what the current versions of articles say. See
// archive.FindingQuery.
func (a *Archive) Findings(ctx context.Context, q archive.FindingQuery) ([]archive.Finding, error) {
	if q.Kind == "" {
		return nil, coranto.Errorf(coranto.Usage, "list findings", "", "name a kind: appointment, event, figure or statement", "no kind is named")
	}
	for _, day := range []string{q.Since, q.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return nil, coranto.Errorf(coranto.Usage, "list findings", day, "give a day such as 2025-09-02", "no day")
		}
	}
	query, args := findingsQuery(q)
	var found []archive.Finding
	err := a.read(ctx, "list findings", func(s snapshot) error {
		for row, err := range s.rows(query, args...) {
			if err != nil {
				return err
			}
			f, err := scanFinding(row)
			if err != nil {
				return err
			}
			found = append(found, f)
		}
		return nil
	})
	return found, err
}

const findingColumns = headColumns + `, coalesce(s.id, ''), f.kind, f.type, f.subjects, f.actors, f.status, f.place, f.told_from, f.told_to,
	coalesce(f.value, 0), f.most, f.unit, f.start, f.finish, f.sentence, f.confidence`

// findingsQuery enters by what narrows most: the story, the subject, the days.
func findingsQuery(q archive.FindingQuery) (string, []any) {
	var from string
	where, args := []string{"f.kind = ?"}, []any{q.Kind}
	and := func(part string, more ...any) { where, args = append(where, part), append(args, more...) }
	day, n := "f.day", "f.n"
	switch {
	case q.Story != "":
		from = `stories s CROSS JOIN articles a ON a.story = s.n CROSS JOIN findings f ON f.n BETWEEN a.n * 4096 AND a.n * 4096 + 4095`
		and("s.id = coalesce((SELECT id FROM redirects WHERE old = ?), ?)", q.Story, q.Story)
		if q.Subject != "" {
			and("EXISTS (SELECT 1 FROM finding_subjects k WHERE k.subject = ? AND k.kind = f.kind AND k.day = f.day AND k.finding = f.n)", q.Subject)
		}
	case q.Subject != "":
		from = `finding_subjects k CROSS JOIN findings f ON f.n = k.finding JOIN articles a ON a.n = f.n / 4096 LEFT JOIN stories s ON s.n = a.story`
		and("k.subject = ? AND k.kind = ?", q.Subject, q.Kind)
		day, n = "k.day", "k.finding"
	default:
		from = `findings f JOIN articles a ON a.n = f.n / 4096 LEFT JOIN stories s ON s.n = a.story`
		if q.Since == "" && q.Until == "" {
			and("f.day > ''")
		}
	}
	if q.Since != "" {
		and(day+" >= ? AND f.last >= ?", archive.Earliest(q.Since), q.Since)
	} else if q.Until != "" {
		and(day + " > ''")
	}
	if q.Until != "" {
		and(day+" <= ?", q.Until)
	}
	if q.MinConfidence > 0 {
		and("f.confidence >= ?", q.MinConfidence)
	}
	return `SELECT ` + findingColumns + ` FROM ` + from + ` WHERE ` + strings.Join(where, " AND ") +
		` ORDER BY ` + day + `, ` + n + ` LIMIT ? OFFSET ?`, append(args, orAll(q.Limit), max(0, q.Offset))
}

func scanFinding(row *sql.Rows) (f archive.Finding, err error) {
	var subjects []byte
	err = scanHead(row, &f.Article, &f.Story, &f.Kind, &f.Type, &subjects, &f.Actors, &f.Status, &f.Where, &f.From, &f.To,
		&f.Value, &f.Max, &f.Unit, &f.Start, &f.End, &f.Sentence, &f.Confidence)
	if err == nil {
		err = json.Unmarshal(subjects, &f.Subjects)
	}
	return f, err
}

// remakeBatch is how many articles' findings are made anew in one transaction.
const remakeBatch = 500

// remakeFindings fills the table of findings from the articles where an older
// program, or none, filled it. Interrupted, it goes on where it stopped.
func (a *Archive) remakeFindings(ctx context.Context) error {
	for done := false; !done; {
		err := a.write(ctx, "find anew", func(t tx) error {
			var maker, after int64
			if _, err := t.get(`SELECT maker, article FROM findings_made`, nil, &maker, &after); err != nil {
				return err
			}
			switch {
			case maker == findingsMaker && after < 0:
				done = true
				return nil
			case maker != findingsMaker:
				after = 0
				if err := t.exec(`DELETE FROM findings`); err != nil {
					return err
				}
				if err := t.exec(`DELETE FROM finding_subjects`); err != nil {
					return err
				}
			}
			last, err := t.remake(after)
			if err != nil {
				return err
			}
			return t.exec(`UPDATE findings_made SET maker = ?, article = ?`, findingsMaker, last)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// remake fills in the findings of the articles after a row and returns the last
// row done, -1 when there are no more.
func (t tx) remake(after int64) (last int64, err error) {
	f := filing{tx: t}
	for range remakeBatch {
		var n, version int64
		var packed []byte
		ok, err := t.get(`SELECT a.n, a.version, v.document FROM articles a JOIN versions v ON v.article = a.n AND v.v = a.version
			WHERE a.n > ? ORDER BY a.n LIMIT 1`, []any{after}, &n, &version, &packed)
		if err != nil {
			return 0, err
		}
		if !ok {
			return -1, nil
		}
		var article coranto.Article
		if err := t.a.pack.unpackJSON(packed, &article); err != nil {
			return 0, coranto.Errorf(coranto.Damaged, "open", t.a.path, hintDamaged, "%w", err)
		}
		if err := f.correctedFindings(n, version, &article); err != nil {
			return 0, err
		}
		after = n
	}
	return after, nil
}
