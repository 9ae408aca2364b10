package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"coranto"
	"coranto/edition"
)

// calendarQuery is what an address asks of the calendar.
func calendarQuery(r *http.Request) (edition.CalendarQuery, error) {
	q := edition.CalendarQuery{Words: r.FormValue("q"), Since: r.FormValue("since"), Until: r.FormValue("until")}
	for _, day := range []string{q.Since, q.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return q, coranto.Errorf(coranto.Usage, "open", "calendar", "write days as 2026-10-27", "%q is no day", day)
		}
	}
	return q, nil
}

func (s *Server) calendar(r *http.Request) (sheet, error) {
	q, err := calendarQuery(r)
	if err != nil {
		return sheet{}, err
	}
	view, err := s.edition.Calendar(r.Context(), q)
	if err != nil {
		return sheet{}, err
	}
	ask := url.Values{}
	for name, value := range map[string]string{"q": q.Words, "since": q.Since, "until": q.Until} {
		if value != "" {
			ask.Set(name, value)
		}
	}
	file := "/calendar.ics"
	if len(ask) > 0 {
		file += "?" + ask.Encode()
	}
	return sheet{Name: "calendar", Title: "Calendar", View: struct {
		*edition.Calendar
		File string // the address of the same as an iCalendar file
	}{view, file}}, nil
}

// calendarFile sends the calendar for other programs to subscribe to.
func (s *Server) calendarFile(w http.ResponseWriter, r *http.Request) {
	q, err := calendarQuery(r)
	var b bytes.Buffer
	if err == nil {
		entries, e := s.edition.Entries(r.Context(), q)
		if err = e; err == nil {
			err = s.edition.WriteICS(&b, entries, "http://"+r.Host)
		}
	}
	if err != nil {
		s.trouble(w, r, statusOf(err), err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="coranto.ics"`)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	if _, err := b.WriteTo(w); err != nil {
		s.log.Debug("reader went away", "err", err)
	}
}

func (s *Server) storyline(r *http.Request) (sheet, error) {
	view, err := s.edition.Storyline(r.Context(), r.PathValue("id"))
	if err != nil {
		return sheet{}, err
	}
	return sheet{Name: "storyline", Title: view.Headline, View: view}, nil
}
