package record_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"coranto/intake/record"
)

// all gives each line as "number line", errors as "number ! text".
func all(r *record.Reader) []string {
	var got []string
	for {
		n, line, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return got
		case err != nil:
			got = append(got, fmt.Sprintf("%d ! %v", n, err))
		default:
			got = append(got, fmt.Sprintf("%d %s", n, line))
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"nothing", "", nil},
		{"blank lines count and are passed over", "{1}\n\n \r\n{4}\r\n", []string{"1 {1}", "4 {4}"}},
		{"no line break at the end", "{1}\n{2}", []string{"1 {1}", "2 {2}"}},
		{"one line too long", "{1}\n" + strings.Repeat("x", 200_000) + "\n{3}\n",
			[]string{"1 {1}", "2 ! a line of more than 100000 bytes; cut it into smaller records", "3 {3}"}},
		{"the last line too long", strings.Repeat("x", 200_000), []string{"1 ! a line of more than 100000 bytes; cut it into smaller records"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, all(record.NewReader(strings.NewReader(c.in), 100_000))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestBrokenStream(t *testing.T) {
	r := io.MultiReader(strings.NewReader("{1}\n{2"), iotest.ErrReader(errors.New("disk torn out")))
	want := []string{"1 {1}", "2 ! disk torn out"}
	if d := cmp.Diff(want, all(record.NewReader(r, 100))); d != "" {
		t.Error(d)
	}
}
