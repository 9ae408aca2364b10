package web

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestCalendarFile(t *testing.T) {
	s := newServer()
	file := func(path string) string {
		r := ask(s, "GET", path)
		body, err := io.ReadAll(r.Body)
		if err != nil || r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/calendar; charset=utf-8" {
			t.Fatalf("%s: %d %s %v", path, r.StatusCode, r.Header.Get("Content-Type"), err)
		}
		return string(body)
	}
	unfolded := strings.ReplaceAll(file("/calendar.ics?q=orlin"), "\r\n ", "")
	for _, want := range []string{
		"DTSTART;VALUE=DATE:20261215", `SUMMARY:meeting: Dessa Orlin\, Tomas Hale (announced)`, "LOCATION:Port Sell", "/articles/gas-1?v=1#s10",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q in\n%s", want, unfolded)
		}
	}
	if strings.Contains(file("/calendar.ics?q=nobody"), "VEVENT") {
		t.Error("an appointment of nobody's")
	}
	for _, path := range []string{"/calendar?since=Monday", "/calendar.ics?until=2026-13-01"} {
		if r := ask(s, "GET", path); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
}

func TestCalendarPage(t *testing.T) {
	s := newServer()
	doc := sheetOf(t, ask(s, "GET", "/calendar"))
	for selector, want := range map[string]string{
		"#later":                     "To come",
		".appointments .on":          "Tue 15 Dec",
		".appointments h3":           "○ announced meeting: Dessa Orlin, Tomas Hale, Port Sell",
		".narrow a.file@href":        "/calendar.ics",
		".appointments .mark a@href": "/articles/gas-1?v=1#s10",
	} {
		if got := texts(doc, selector); len(got) == 0 || strings.Join(strings.Fields(got[0]), " ") != want {
			t.Errorf("%s: %q, want %q", selector, got, want)
		}
	}
	if got := texts(sheetOf(t, ask(s, "GET", "/calendar?q=nobody")), ".notice"); len(got) != 1 {
		t.Errorf("nothing found says %q", got)
	}
}
