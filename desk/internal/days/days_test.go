package days

import "testing"

func TestBetween(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"2026-10-07", "2026-10-18", 11},
		{"2026-10-18", "2026-10-07", -11},
		{"2028-02-28", "2028-03-01", 2},
		{"2026-03-28", "2026-03-30", 2}, // a clock may go forward between them
		{"", "2026-10-18", 0},
		{"2026-10-18", "2026-10", 0},
	} {
		if got := Between(c.a, c.b); got != c.want {
			t.Errorf("from %q to %q lie %d days, want %d", c.a, c.b, got, c.want)
		}
	}
}
