package record_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/record"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       record.Record
	}{
		{"all fields", `{"id":"a1","url":"https://herald.example/1","date":"2025-06-13","source":"Velmark Herald","lang":"en","title":"Talks open","text":"Talks opened.\n\n They go on. "}`,
			record.Record{ID: "a1", URL: "https://herald.example/1", Date: "2025-06-13", Source: "Velmark Herald", Lang: "en", Title: "Talks open", Text: "Talks opened.\n\n They go on. "}},
		{"title alone", `{"title":"Talks open"}`, record.Record{Title: "Talks open"}},
		{"unknown fields and null", `{"text":"It rained.","topic":{"a":[1]},"date":null}`, record.Record{Text: "It rained."}},
		{"a numbered article", `{"id":12,"text":"It rained."}`, record.Record{ID: "12", Text: "It rained."}},
		{"date-time with fraction", `{"text":"x","date":"2014-03-10T16:52:50.698000Z"}`, record.Record{Text: "x", Date: "2014-03-10T16:52:50.698000Z"}},
		{"byte order mark and blanks", "\ufeff {\"text\":\"x\"} \r", record.Record{Text: "x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := record.Parse("in.jsonl#1", []byte(c.line))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"id":"1"}`, `read in.jsonl#7: neither title nor text; give it a "title" or a "text"`},
		{`{"title":" ","text":""}`, `read in.jsonl#7: neither title nor text; give it a "title" or a "text"`},
		{`{"text":"x","date":"13 June"}`, `read in.jsonl#7: date: "13 June" is not RFC 3339; write 2025-06-13 or 2025-06-13T10:30:00Z, or leave it out`},
		{`{"text":"x","date":"2025-06-31"}`, `read in.jsonl#7: date: "2025-06-31" is not RFC 3339; write 2025-06-13 or 2025-06-13T10:30:00Z, or leave it out`},
		{`{"text":["x"]}`, `read in.jsonl#7: text: a JSON array where text is due; write it between quotation marks`},
		{`{"text":"x","id":{}}`, `read in.jsonl#7: id: a JSON object where text is due; write it between quotation marks`},
		{`{"text":"x`, `read in.jsonl#7: broken JSON: unexpected end of JSON input; write one whole JSON object a line`},
		{`[1]`, `read in.jsonl#7: not a JSON object; write one JSON object a line: {"title": "...", "text": "..."}`},
		{"{\"text\":\"caf\xe9\"}", `read in.jsonl#7: not UTF-8; convert the file to UTF-8`},
	} {
		t.Run(c.line, func(t *testing.T) {
			_, err := record.Parse("in.jsonl#7", []byte(c.line))
			if err == nil {
				t.Fatal("no error")
			}
			if d := cmp.Diff(c.want, err.Error()); d != "" {
				t.Error(d)
			}
			if k := coranto.KindOf(err); k != coranto.Damaged {
				t.Errorf("kind %q", k)
			}
		})
	}
}
