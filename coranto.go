// Package coranto holds the nouns of the program: what a page, an article, a
// statement, a story are, and the one vocabulary of errors. It imports the
// standard library only; every other package speaks in these words.
//
// A Page becomes Articles (reading), articles become Stories (desk), both are
// kept (archive) and shown (edition, faces). Everything derived carries the
// Span of text that says so: nothing derived exists without its evidence.
package coranto

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
)

// Span is a stretch of an article's text as UTF-8 byte offsets, half open:
// text[Start:End]. Its JSON form is [start, end].
type Span struct{ Start, End int }

// In returns the words the span covers, or "" when it does not lie inside text.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Len returns the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps tells whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains tells whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

func (s Span) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil }

func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("span %s: want [start, end]: %w", b, err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewID derives a short identifier from content: the same parts give the same
// 16 characters, on every machine and in every run. Parts are length-prefixed,
// so ("ab","c") and ("a","bc") differ. 80 bits of SHA-256: one chance in a
// million of a single collision among some 1.5 billion identifiers.
func NewID(parts ...string) string {
	h := sha256.New()
	var size [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	return strings.ToLower(idEncoding.EncodeToString(h.Sum(nil)[:10]))
}
