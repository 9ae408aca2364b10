package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
)

// Stories returns the stories that the query selects, with the heads of their
// articles. A day in the query is compared with the days as printed, a moment
// with moments.
func (a *Archive) Stories(ctx context.Context, q archive.StoryQuery) ([]coranto.Story, error) {
	where, args, err := storyFilter(q)
	if err != nil {
		return nil, err
	}
	var stories []coranto.Story
	err = a.read(ctx, "list stories", func(s snapshot) error {
		var rows []int64
		query := `SELECT n, id, dated_from, dated_to FROM stories WHERE ` + where + ` ORDER BY finish DESC, id LIMIT ? OFFSET ?`
		for row, err := range s.rows(query, append(args, orAll(q.Limit), max(0, q.Offset))...) {
			if err != nil {
				return err
			}
			var n int64
			var story coranto.Story
			if err := row.Scan(&n, &story.ID, &story.From, &story.To); err != nil {
				return err
			}
			rows, stories = append(rows, n), append(stories, story)
		}
		return s.heads(rows, stories)
	})
	return stories, err
}

// Story returns a story with the heads of its articles; NotFound when there is
// none of that id. The identifier of a story that is no more gives the one where
// its last article went, under that one's identifier.
func (a *Archive) Story(ctx context.Context, id string) (coranto.Story, error) {
	var story coranto.Story
	err := a.read(ctx, "open story", func(s snapshot) error {
		n, found, err := s.story(id)
		if err != nil {
			return err
		}
		one := []coranto.Story{found}
		err = s.heads([]int64{n}, one)
		story = one[0]
		return err
	})
	return story, err
}

func storyFilter(q archive.StoryQuery) (where string, args []any, err error) {
	parts := []string{"articles >= ?"}
	args = []any{q.MinArticles}
	and := func(part string, arg any) { parts, args = append(parts, part), append(args, arg) }
	if q.Since != "" {
		day, err := parseBound(q.Since)
		if err != nil {
			return "", nil, err
		}
		if day.IsZero() {
			and("finish >= ?", begin(q.Since))
		} else {
			// No zone is a day off: this lets the index end the search early.
			and("finish >= ?", day.AddDate(0, 0, -1).Format(time.DateOnly))
			and("substr(dated_to, 1, 10) >= ?", q.Since)
		}
	}
	if q.Until != "" {
		day, err := parseBound(q.Until)
		if err != nil {
			return "", nil, err
		}
		if day.IsZero() {
			and("start <= ?", begin(q.Until))
		} else {
			and("dated_from <> '' AND substr(dated_from, 1, 10) <= ?", q.Until)
		}
	}
	return strings.Join(parts, " AND "), args, nil
}

// parseBound returns the day that a bound is, or the zero time when it is a
// moment.
func parseBound(s string) (day time.Time, err error) {
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return day, nil
	}
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return time.Time{}, coranto.Errorf(coranto.Usage, "list stories", s, "give a date such as 2025-09-02 or 2025-09-02T08:00:00Z",
			"neither a date nor a date with time and zone")
	}
	return time.Time{}, nil
}

// story returns a story without its articles, and its row.
func (s snapshot) story(id string) (n int64, story coranto.Story, err error) {
	ok, err := s.get(`SELECT n, id, dated_from, dated_to FROM stories WHERE id = coalesce((SELECT id FROM redirects WHERE old = ?1), ?1)`, []any{id}, &n, &story.ID, &story.From, &story.To)
	if err == nil && !ok {
		err = notFound("open story", id, "story")
	}
	return n, story, err
}

// heads fills in what stories, kept in the given rows, have of their articles.
func (s snapshot) heads(rows []int64, stories []coranto.Story) error {
	stmt, err := s.PrepareContext(s.ctx, `SELECT `+headColumns+` FROM articles a WHERE a.story = ? ORDER BY a.start, a.n`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	pins, err := s.pins()
	if err != nil {
		return err
	}
	line, err := s.PrepareContext(s.ctx, `SELECT `+storylineOf("?1"))
	if err != nil {
		return err
	}
	defer line.Close()
	for i := range stories {
		if err := line.QueryRowContext(s.ctx, stories[i].ID).Scan(&stories[i].Storyline); err != nil {
			return err
		}
		r, err := stmt.QueryContext(s.ctx, rows[i])
		if err != nil {
			return err
		}
		if err := gather(r, &stories[i]); err != nil {
			return err
		}
		for _, h := range stories[i].Articles {
			if h.ID == pins[stories[i].ID] {
				stories[i].Headline, stories[i].Pinned = h.Headline, h.ID
			}
		}
	}
	return nil
}

func gather(r *sql.Rows, story *coranto.Story) error {
	defer r.Close()
	story.Publishers, story.Languages = []string{}, []string{}
	for r.Next() {
		var h coranto.Head
		if err := scanHead(r, &h); err != nil {
			return err
		}
		story.Articles = append(story.Articles, h)
		story.Publishers = include(story.Publishers, h.Publisher)
		if h.Language != "und" {
			story.Languages = include(story.Languages, h.Language)
		}
	}
	story.Headline = headline(story.Articles)
	return r.Err()
}

// include adds s, unless it is empty or there already. A story has few
// publishers and languages, however many articles.
func include(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// headline is that of the story's latest article that is a report of its own,
// else of its latest with any headline.
func headline(heads []coranto.Head) string {
	last := ""
	for _, h := range slices.Backward(heads) {
		if h.Headline == "" {
			continue
		}
		if h.WireOf == "" && h.Published != "" && h.Kind == coranto.Report {
			return h.Headline
		}
		if last == "" {
			last = h.Headline
		}
	}
	return last
}
