package calendar_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"coranto/desk/calendar"
)

func TestWriteICS(t *testing.T) {
	entry := &calendar.Entry{ID: "abc", What: "talks", Where: `Port; "Sell"`, From: "2026-12-31", To: "2026-12-31", Status: calendar.Moved, Changes: make([]calendar.Change, 2)}
	long := strings.Repeat("Сторони домовились, ", 12) + "кінець"
	var b strings.Builder
	err := calendar.WriteICS(&b, []*calendar.Entry{entry, {ID: "over", From: "2026-11-02", To: "2026-11-02", Status: calendar.Held, Outcome: &calendar.Evidence{}}, {ID: "undated", What: "visit"}}, calendar.Feed{
		Name: "Desk", Stamp: time.Date(2026, 11, 1, 20, 0, 0, 0, time.FixedZone("", 3600)),
		Address: func(*calendar.Entry) string { return "http://desk.example/articles/a?v=1#s2" },
		Words:   func(*calendar.Entry) (string, string) { return "talks: A, B; C\\D", long + "\nmoved\x07" },
	})
	if err != nil {
		t.Fatal(err)
	}
	file := b.String()
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line of %d octets: %q", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(file, "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "X-WR-CALNAME:Desk\r\n", "UID:abc@coranto\r\nDTSTAMP:20261101T190000Z\r\n",
		"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n", `SUMMARY:talks: A\, B\; C\\D` + "\r\n", `LOCATION:Port\; "Sell"` + "\r\n",
		strings.ReplaceAll(long, ",", `\,`) + `\nmoved` + "\r\n", "STATUS:TENTATIVE\r\nSEQUENCE:2\r\n", "STATUS:CONFIRMED\r\nSEQUENCE:1\r\n", "URL:http://desk.example/articles/a?v=1#s2\r\n", "END:VCALENDAR\r\n",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q in\n%s", want, unfolded)
		}
	}
	if strings.Contains(file, "undated") {
		t.Error("an entry without a day was written")
	}
}
