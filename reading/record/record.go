// Package record reads one line of JSON Lines: one article, told by its fields.
package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"coranto"
)

// Record is one article as a line of JSON Lines gives it. All fields but one of
// Title and Text may be "". Text is verbatim. Unknown fields of a line are
// ignored.
type Record struct {
	ID     ID     `json:"id"`
	URL    string `json:"url"`
	Date   string `json:"date"` // RFC 3339 date or date-time; "" stays undated
	Source string `json:"source"`
	Lang   string `json:"lang"`
	Title  string `json:"title"`
	Text   string `json:"text"`
}

// ID is an identifier of the line's maker. Whole numbers are taken as they are
// written: many databases number their articles.
type ID string

func (id *ID) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9') {
		*id = ID(b)
		return nil
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return &json.UnmarshalTypeError{Value: kindOf(b), Field: "id"}
	}
	*id = ID(s)
	return nil
}

// Parse reads one line. name is the line's name, FILE#N, which its errors carry.
// They are of Kind Damaged and say which field is wrong.
func Parse(name string, line []byte) (Record, error) {
	wrong := func(hint, format string, args ...any) (Record, error) {
		return Record{}, coranto.Errorf(coranto.Damaged, "read", name, hint, format, args...)
	}
	if !utf8.Valid(line) {
		return wrong("convert the file to UTF-8", "not UTF-8")
	}
	line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
	if len(line) == 0 || line[0] != '{' {
		return wrong(`write one JSON object a line: {"title": "...", "text": "..."}`, "not a JSON object")
	}
	var r Record
	if err := json.Unmarshal(line, &r); err != nil {
		var field *json.UnmarshalTypeError
		if errors.As(err, &field) && field.Field != "" {
			name := field.Field[strings.LastIndexByte(field.Field, '.')+1:]
			return wrong("write it between quotation marks", "%s: a JSON %s where text is due", name, field.Value)
		}
		return wrong("write one whole JSON object a line", "broken JSON: %w", err)
	}
	if strings.TrimSpace(r.Title) == "" && strings.TrimSpace(r.Text) == "" {
		return wrong(`give it a "title" or a "text"`, "neither title nor text")
	}
	if r.Date = strings.TrimSpace(r.Date); r.Date != "" {
		if err := checkDate(r.Date); err != nil {
			return wrong("write 2025-06-13 or 2025-06-13T10:30:00Z, or leave it out", "date: %w", err)
		}
	}
	return r, nil
}

// checkDate accepts what RFC 3339 calls a full-date or a date-time.
func checkDate(s string) error {
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return nil
	}
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		if len(s) > 40 {
			s = s[:40] + "..."
		}
		return fmt.Errorf("%q is not RFC 3339", s)
	}
	return nil
}

func kindOf(b []byte) string {
	switch b[0] {
	case '{':
		return "object"
	case '[':
		return "array"
	case 't', 'f':
		return "bool"
	}
	return "value"
}
